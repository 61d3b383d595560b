package com.qontak.aiagent.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever a document tells its reader to type, continuous integration types too: in a workflow, or in a script that a
 * workflow runs. Numbers may differ, and options may be added.
 */
class DocumentedCommandsTests {

    // Runs the blocks of the README as they are printed, all but the first.
    private static final Path README = Path.of("README.md");
    private static final Path TOUR = Path.of("docs/tour.sh");

    private final CheckedCommands checked = CheckedCommands.read();

    @Test
    void everyCommandOfADocumentIsRunByAWorkflow() {
        assertThat(DocumentedCommand.all())
                .hasSizeGreaterThan(30)
                .filteredOn(command -> !isPrintedInTheTour(command))
                .allSatisfy(command ->
                        assertThat(checked.run(command.words())).as("is run").isTrue());
    }

    @Test
    void theTourOfTheReadmeIsRun() {
        assertThat(DocumentedCommand.all()).filteredOn(this::isPrintedInTheTour).hasSizeGreaterThan(6);
        assertThat(checked.scripts()).contains(TOUR);
        assertThat(Expressions.read(TOUR)).contains("/" + README);
    }

    @Test
    void everyScriptIsRunByAWorkflow() {
        assertThat(RepositoryFiles.scripts()).hasSizeGreaterThan(5).allMatch(checked.scripts()::contains);
    }

    @Test
    void commandsAreToldApart() {
        assertThat(
                        ShellText.commands(
                                """
                        # a comment
                        one 'two
                        # three' \\
                          four  # a comment
                        five && six "$(seven 'eight')"
                        """))
                .containsExactly("one 'two # three'    four", "five", "six \"$(seven 'eight')\"");
    }

    @Test
    void aCommandIsComparedByItsWords() {
        List<String> documented = ShellText.words("TOKEN=$(curl 'localhost:8080/token') docs/journey.sh sizes=4,64");

        assertThat(documented).containsExactly("curl", "localhost:N/token", "docs/journey.sh", "sizes=N");
        assertThat(ShellText.does(
                        ShellText.words("curl -s \"localhost:$PORT/token\" docs/journey.sh sizes=1"), documented))
                .isTrue();
        assertThat(ShellText.does(ShellText.words("docs/journey.sh curl localhost:1/token sizes=1"), documented))
                .isFalse();
    }

    private boolean isPrintedInTheTour(DocumentedCommand command) {
        return command.document().equals(README) && command.block() > 1;
    }
}
