import type { Command, Option } from "commander";
import { exitMeanings } from "./exit.ts";
import { wrapAfter, wrapTo } from "./visible.ts";

/** Two examples a command. */
const examples: Readonly<Record<string, readonly [string, string]>> = {
  servanda: ["servanda check draft.md", "servanda serve examples/geneva --open"],
  read: ["servanda read draft.md", "pandoc draft.docx -t markdown | servanda read - --json"],
  check: [
    "servanda check draft.md --within 30",
    "servanda check examples/geneva --reading examples/geneva/readings/UA.yaml --json",
  ],
  schedule: ["servanda schedule examples/geneva", "servanda schedule network.stnu --json"],
  serve: ["servanda serve examples/geneva --open", "servanda serve my-process --port 4100"],
};

/** Help of one command: two examples first, then usage, arguments, options, commands, and the exit codes last. */
export function helpOf(command: Command): string {
  const help = command.createHelp();
  const lead = 30;
  const row = (name: string, says: string) => {
    const beside = name.length + 4 <= lead;
    const lines = wrapAfter(beside ? `  ${name}`.padEnd(lead) : " ".repeat(lead), lead, says, 100);
    return (beside ? lines : [`  ${name}`, ...lines]).join("\n");
  };
  const section = (title: string, rows: readonly string[]) => (rows.length === 0 ? [] : [title, ...rows, ""]);

  return [
    ...section(
      "Examples:",
      (examples[command.name()] ?? []).map((example) => `  ${example}`),
    ),
    `Usage: ${help.commandUsage(command)}`,
    "",
    ...wrapTo(command.description(), 100),
    "",
    ...section(
      "Arguments:",
      help.visibleArguments(command).map((one) => row(help.argumentTerm(one), help.argumentDescription(one))),
    ),
    ...section(
      "Options:",
      help.visibleOptions(command).map((one) => row(help.optionTerm(one), described(one))),
    ),
    ...section(
      "Commands:",
      help.visibleCommands(command).map((one) => row(help.subcommandTerm(one), one.description())),
    ),
    ...(command.name() === "servanda" || command.name() === "help"
      ? []
      : ["Data goes to standard output, everything else to standard error. NO_COLOR is honoured.", ""]),
    "Exit codes:",
    ...exitMeanings.map(([code, means]) => `  ${String(code).padStart(3)}  ${means}`),
    "",
  ].join("\n");
}

function described({ description, argChoices }: Option): string {
  return argChoices === undefined ? description : `${description}: ${argChoices.join(", ")}`;
}
