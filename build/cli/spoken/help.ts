import { type Command, Help } from 'commander';
import { spoken } from './spoken.ts';

/** Makes a program and the commands that it gets afterwards say help and wrong usage in the user’s language. */
export function speakHelp(program: Command): Command {
  const words = new Help();
  return program
    .helpOption('-h, --help', 'display help for command')
    .helpCommand('help [command]', 'display help for command')
    .configureHelp({
      commandDescription: (command) => spoken(words.commandDescription(command)),
      subcommandDescription: (command) => spoken(words.subcommandDescription(command)),
      optionDescription: (option) => spoken(words.optionDescription(option)),
      argumentDescription: (argument) => spoken(words.argumentDescription(argument)),
      styleTitle: spoken,
    })
    .configureOutput({
      outputError: (text, write) => write(`${spoken(text.trimEnd())}\n`),
    });
}
