package dev.earlyphase.cli.archive;

import java.util.Arrays;
import java.util.Iterator;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import dev.earlyphase.contracts.archive.CheckpointChoice;
import dev.earlyphase.contracts.error.DomainException.Invalid;

/** Which weights, by the names that users write. */
final class Choices implements ITypeConverter<CheckpointChoice>, Iterable<String> {
    @Override
    public CheckpointChoice convert(String text) {
        try {
            return CheckpointChoice.of(text);
        } catch (Invalid invalid) {
            throw new TypeConversionException(invalid.getMessage());
        }
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(CheckpointChoice.values())
                .map(CheckpointChoice::id)
                .iterator();
    }
}
