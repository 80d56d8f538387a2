package dev.earlyphase.gateway.study;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earlyphase.contracts.error.DomainException.Unavailable;
import dev.earlyphase.contracts.error.Problem;
import dev.earlyphase.contracts.study.StudyView;

/**
 * What there is to tell of one study, asked for again and again: {@code progress} when something has changed and at
 * least each second, {@code problem} while nobody can tell, which ends after a minute, {@code end}. For one thread.
 */
final class Feed {
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Problem AWAY =
            Problem.of(new Unavailable("The orchestrator cannot tell at present; it is asked again."));

    private final Supplier<StudyView> study;
    private final ObjectMapper json;
    private String told = "";
    private Instant toldAt = Instant.MIN;
    private Instant away;

    Feed(Supplier<StudyView> study, ObjectMapper json) {
        this.study = study;
        this.json = json;
    }

    /** Empty where there is nothing new. */
    Optional<News> next(Instant now) {
        News news = news(now);
        if (news.data().equals(told) && !news.last() && now.isBefore(toldAt.plus(AT_LEAST_EVERY))) {
            return Optional.empty();
        }
        told = news.data();
        toldAt = now;
        return Optional.of(news);
    }

    /** As it stands at the begin. */
    static News of(StudyView study, ObjectMapper json) {
        boolean runs = study.state() == StudyView.State.RUNNING;
        return new News(runs ? "progress" : "end", text(study, json), !runs);
    }

    private News news(Instant now) {
        try {
            StudyView present = study.get();
            away = null;
            return of(present, json);
        } catch (RuntimeException failure) {
            // Whatever it is: listeners must not be left without a word.
            away = away == null ? now : away;
            return new News("problem", text(AWAY, json), now.isAfter(away.plus(PATIENCE)));
        }
    }

    private static String text(Object value, ObjectMapper json) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
