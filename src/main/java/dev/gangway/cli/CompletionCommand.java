package dev.gangway.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/** Prints what a shell needs to complete the commands and their options, made from the commands themselves. */
@Command(name = "completion", description = "Prints the completion script of a shell, to be read by it at its start.")
final class CompletionCommand implements Callable<Integer> {
    /** The shells that are spoken to. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    private final Context context;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    CompletionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Map<String, CommandSpec> commands = new TreeMap<>();
        collect("", Commands.line(context), commands);
        String script = switch (shell) {
            case BASH -> bash(commands);
            case ZSH -> "#compdef gangway\nautoload -U +X bashcompinit && bashcompinit\n" + bash(commands);
            case FISH -> fish(commands);
        };
        script.lines().forEach(context.terminal()::line);
        return ExitCode.PASS;
    }

    private static void collect(String path, CommandLine line, Map<String, CommandSpec> into) {
        into.put(path, line.getCommandSpec());
        line.getSubcommands().forEach((name, sub) -> collect((path + " " + name).strip(), sub, into));
    }

    private static String bash(Map<String, CommandSpec> commands) {
        StringBuilder cases = new StringBuilder();
        commands.forEach((path, spec) -> cases.append("    '%s') words='%s' takes='%s' ;;\n"
                .formatted(
                        path,
                        String.join(" ", words(spec)),
                        options(spec)
                                .filter(option -> option.arity().max() > 0)
                                .flatMap(option -> Arrays.stream(option.names()))
                                .collect(Collectors.joining(" ")))));
        return """
            _gangway_knows() {
                case $1 in
            %s        *) return 1 ;;
                esac
            }
            _gangway() {
                local word=${COMP_WORDS[COMP_CWORD]} path='' each words takes
                for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                    if _gangway_knows "${path:+$path }$each"; then path=${path:+$path }$each; fi
                done
                _gangway_knows "$path"
                COMPREPLY=()
                if [[ " $takes " == *" ${COMP_WORDS[COMP_CWORD-1]} "* ]]; then
                    compopt -o default 2> /dev/null
                else
                    # shellcheck disable=SC2207 # names of commands and options have no blanks
                    COMPREPLY=($(compgen -W "$words" -- "$word"))
                    [[ $word == -* ]] || compopt -o default 2> /dev/null
                fi
            }
            complete -F _gangway gangway
            """.formatted(cases.toString().indent(4));
    }

    private static String fish(Map<String, CommandSpec> commands) {
        StringBuilder script = new StringBuilder("""
            function __gangway_at
                set -l at
                set -l known %s
                for each in (commandline -opc)[2..]
                    if contains -- (string trim "$at $each") $known
                        set at (string trim "$at $each")
                    end
                end
                test "$at" = "$argv[1]"
            end
            """.formatted(commands.keySet().stream()
                .filter(path -> !path.isEmpty())
                .map(CompletionCommand::quoted)
                .collect(Collectors.joining(" "))));
        commands.forEach((path, spec) -> {
            String here = "complete -c gangway -n " + quoted("__gangway_at " + quoted(path));
            spec.subcommands()
                    .forEach((name, sub) -> script.append("%s -f -a %s -d %s\n"
                            .formatted(
                                    here,
                                    name,
                                    quoted(first(
                                            sub.getCommandSpec().usageMessage().description())))));
            options(spec).forEach(option -> {
                script.append(here);
                for (String name : option.names()) {
                    script.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
                }
                script.append(option.arity().max() > 0 ? " -r" : "")
                        .append(" -d ")
                        .append(quoted(first(option.description())))
                        .append('\n');
            });
        });
        return script.toString();
    }

    private static List<String> words(CommandSpec spec) {
        List<String> words = new ArrayList<>(spec.subcommands().keySet());
        options(spec).map(OptionSpec::longestName).forEach(words::add);
        return words;
    }

    private static Stream<OptionSpec> options(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparing(OptionSpec::longestName));
    }

    private static String first(String... lines) {
        return lines.length == 0 ? "" : lines[0];
    }

    /** As bash and fish both read it: between single quotes, with each of them and each backslash escaped for fish. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
