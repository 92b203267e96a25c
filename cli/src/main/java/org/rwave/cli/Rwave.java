package org.rwave.cli;

import org.rwave.cli.alarmdelay.AlarmDelayCommand;
import org.rwave.cli.alarms.AlarmSettingsCommand;
import org.rwave.cli.alarmscore.AlarmScoreCommand;
import org.rwave.cli.annotate.AnnotateCommand;
import org.rwave.cli.attend.AcknowledgeCommand;
import org.rwave.cli.attend.SilenceCommand;
import org.rwave.cli.broker.BrokerCommand;
import org.rwave.cli.data.DataCommand;
import org.rwave.cli.demo.DemoCommand;
import org.rwave.cli.disclose.DiscloseCommand;
import org.rwave.cli.explain.ExplainCommand;
import org.rwave.cli.loadtest.LoadTestCommand;
import org.rwave.cli.process.ProcessCommand;
import org.rwave.cli.replay.ReplayCommand;
import org.rwave.cli.score.ScoreCommand;
import org.rwave.cli.simulate.SimulateCommand;
import org.rwave.cli.subscribe.AlertsCommand;
import org.rwave.cli.subscribe.BeatsCommand;
import org.rwave.cli.subscribe.VitalsCommand;
import org.rwave.cli.topics.TopicsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code rwave} command. */
@Command(
        name = "rwave",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Streaming real-time arrhythmia monitor on Kafka.",
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage.",
            "Research and education software; not a medical device."
        },
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            ProcessCommand.class,
            AlertsCommand.class,
            BeatsCommand.class,
            VitalsCommand.class,
            AcknowledgeCommand.class,
            SilenceCommand.class,
            AlarmSettingsCommand.class,
            ExplainCommand.class,
            AnnotateCommand.class,
            ScoreCommand.class,
            DiscloseCommand.class,
            AlarmDelayCommand.class,
            AlarmScoreCommand.class,
            SimulateCommand.class,
            DataCommand.class,
            LoadTestCommand.class,
            BrokerCommand.class,
            TopicsCommand.class,
            HelpCommand.class
        })
public final class Rwave {
    private Rwave() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with all its sub-commands, for {@link #main} and for tests. */
    public static CommandLine commandLine() {
        return new CommandLine(new Rwave())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new OneLineErrors())
                .setParameterExceptionHandler(OneLineErrors::wrongUsage);
    }
}
