package dev.earlyphase.cli.stack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.earlyphase.cli.exit.Failure;

/** What the workers of a stack compute on. */
public sealed interface Device {
    /** A GPU for each worker, in turn, where the build is for GPUs and there are any; else the processor. */
    record Auto() implements Device {
        @Override
        public String id() {
            return "auto";
        }
    }

    /** The processor, whatever else there is. */
    record Cpu() implements Device {
        @Override
        public String id() {
            return "cpu";
        }
    }

    /** The GPU of a number, for all workers. */
    record Cuda(int index) implements Device {
        @Override
        public String id() {
            return "cuda:" + index;
        }
    }

    /** As the user writes it. */
    String id();

    /** @throws Failure if it is none of them */
    static Device of(String id) {
        Matcher cuda = Pattern.compile("cuda:(\\d{1,3})").matcher(id);
        if (cuda.matches()) {
            return new Cuda(Integer.parseInt(cuda.group(1)));
        }
        return switch (id) {
            case "auto" -> new Auto();
            case "cpu" -> new Cpu();
            default -> throw Failure.ofUsage("--device: got " + id + "; allowed: auto, cpu, or cuda:N, such as cuda:0");
        };
    }
}
