package dev.earlyphase.orchestrator.json;

import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.format.FormatMapper;

/** Records of the contracts in columns of type {@code jsonb}. */
@JsonFormat
@PersistenceUnitExtension
public class ColumnJson implements FormatMapper {
    private final ObjectMapper mapper;

    ColumnJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public <T> T fromString(
            CharSequence text, org.hibernate.type.descriptor.java.JavaType<T> type, WrapperOptions options) {
        try {
            return mapper.readValue(text.toString(), type(type));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored " + type.getTypeName() + " cannot be read", e);
        }
    }

    @Override
    public <T> String toString(T value, org.hibernate.type.descriptor.java.JavaType<T> type, WrapperOptions options) {
        try {
            return mapper.writerFor(type(type)).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a " + type.getTypeName() + " cannot be written", e);
        }
    }

    private JavaType type(org.hibernate.type.descriptor.java.JavaType<?> type) {
        return mapper.constructType(type.getJavaType());
    }
}
