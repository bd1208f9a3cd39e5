package org.crobim.app.console;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why something failed, in one line. */
public final class Reason {
    private Reason() {}

    /**
     * The messages of an error and of its causes, from the outside in; what an inner one says is not said twice.
     *
     * <p>Errors of static initialisation have no message of their own, only a cause.
     *
     * @return never empty; the name of the innermost error when none has a message
     */
    public static String of(Throwable error) {
        List<String> messages = new ArrayList<>();
        Throwable innermost = error;
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            innermost = cause;
            String message = cause.getMessage();
            if (message != null && messages.stream().noneMatch(said -> said.contains(message))) {
                messages.add(message);
            }
        }
        return messages.isEmpty() ? innermost.getClass().getSimpleName() : String.join(": ", messages);
    }
}
