package dev.earlyphase.gateway.mask;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import dev.earlyphase.contracts.trial.TrialId;
import dev.earlyphase.gateway.database.Database;
import dev.earlyphase.gateway.mask.MaskDistances.Pair;

/** Masks as the analyzer keeps them: bit strings, compared by Postgres. */
@ApplicationScoped
public class MaskStore {
    /**
     * Pairs are counted off before any is compared, so that a page costs no more than its own pairs; masks of different
     * lengths are of different networks and have no distance. Ids of trials have another collation in the study's tables
     * than in the key of these: unless they are compared in that of the key, Postgres reads the masks of all studies.
     */
    static final String PAIRS = """
            with masks as (
                select b.trial, length(b.bits) as size, min(s.position) as position
                from study.study_result s join results.mask_bits b on b.trial = s.trial_id collate "default"
                where s.study_id = ? group by b.trial),
            page as (
                select one.trial as one, other.trial as other, one.position as first, other.position as second
                from masks one join masks other on one.position < other.position and one.size = other.size
                where ?::text is null or ?::text in (one.trial, other.trial)
                order by first, second offset ? limit ?)
            select page.one, page.other,
                bit_count(a.bits # b.bits)::double precision / nullif(length(a.bits), 0) as hamming,
                bit_count(a.bits & b.bits)::double precision / nullif(bit_count(a.bits | b.bits), 0) as jaccard
            from page join results.mask_bits a on a.trial = page.one join results.mask_bits b on b.trial = page.other
            order by page.first, page.second""";

    private final Database database;

    MaskStore(Database database) {
        this.database = database;
    }

    /**
     * Each pair once, in the order of the study.
     *
     * @param trial that is one of each pair; null for any
     * @param from the first pair, from 0
     */
    MaskDistances distances(String study, TrialId trial, int from, int limit) {
        String wanted = trial == null ? null : trial.value();
        List<Pair> pairs = database.list(
                PAIRS,
                row -> new Pair(
                        new TrialId(row.text("one")),
                        new TrialId(row.text("other")),
                        orElse(row.number("hamming"), 0),
                        orElse(row.number("jaccard"), 1)),
                study,
                wanted,
                wanted,
                from,
                limit + 1);
        return new MaskDistances(
                study, pairs.stream().limit(limit).toList(), pairs.size() > limit ? (Integer) (from + limit) : null);
    }

    /** Of masks that let nothing live, or have no weights, the ratio is without a denominator. */
    private static double orElse(Double value, double ofNothing) {
        return value == null ? ofNothing : value;
    }
}
