package dev.earlyphase.contracts.study;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a user submits: a recipe by its name, with the recipe's own fields beside it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "recipe")
@JsonSubTypes({@JsonSubTypes.Type(value = ImpRewinding.class, name = "imp-rewinding")})
public sealed interface StudyRequest permits ImpRewinding {
    /** For people; not unique. */
    String name();

    Observe observe();

    Scheduling scheduling();
}
