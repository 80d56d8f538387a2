package dev.earlyphase.gateway.orchestrator;

import java.io.Serial;

import dev.earlyphase.contracts.error.Problem;

/** The orchestrator refused; what it said is passed on as it is. */
public final class OrchestratorProblem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    OrchestratorProblem(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
