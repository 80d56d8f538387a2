package dev.earlyphase.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import dev.earlyphase.cli.exit.ExitCode;
import dev.earlyphase.cli.exit.Failure;
import dev.earlyphase.cli.exit.Interruption;

/** What the user sees of an exception: a message, and a stack trace only where it is a fault of this program. */
final class Errors implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        int exitCode =
                switch (exception) {
                    case Interruption interruption -> Interruption.EXIT_CODE;
                    case Failure failure -> {
                        err.println(failure.getMessage());
                        yield failure.code().number();
                    }
                    case UncheckedIOException failed -> {
                        err.println(failed.getMessage() + ": " + failed.getCause());
                        yield ExitCode.WORK_FAILED.number();
                    }
                    default -> {
                        exception.printStackTrace(err);
                        yield ExitCode.WORK_FAILED.number();
                    }
                };
        err.flush();
        return exitCode;
    }
}
