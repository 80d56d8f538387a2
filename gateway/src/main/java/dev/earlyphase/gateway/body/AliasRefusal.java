package dev.earlyphase.gateway.body;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;

/** Refuses YAML's aliases, of which a plain reader would make their names: {@code *seeds} would be the text "seeds". */
final class AliasRefusal extends JsonParserDelegate {
    private final YAMLParser yaml;

    AliasRefusal(YAMLParser yaml) {
        super(yaml);
        this.yaml = yaml;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (yaml.isCurrentAlias()) {
            throw new JsonParseException(this, "aliases are not supported", currentTokenLocation());
        }
        return token;
    }
}
