package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"

	"github.com/alecthomas/kong"
)

// The exit statuses.
const (
	statusDone   = 0
	statusFailed = 1
	statusMisuse = 2
)

// commands is the command line.
type commands struct {
	Run       runCmd       `cmd:"" help:"Run the Discord bot."`
	Chat      chatCmd      `cmd:"" help:"Ask in a conversation, here in the terminal."`
	Ask       askCmd       `cmd:"" help:"Answer one question."`
	Summary   summaryCmd   `cmd:"" help:"Sum up an article, every point with its sentence."`
	Translate translateCmd `cmd:"" help:"Translate an article, sentence by sentence beside the original."`
	Add       addCmd       `cmd:"" help:"Add an article from a file, an address or standard input."`
	Articles  articlesCmd  `cmd:"" help:"List the articles."`
	Show      showCmd      `cmd:"" help:"Show an article with its sentences numbered."`
	Remove    removeCmd    `cmd:"" help:"Remove an article."`
	Check     checkCmd     `cmd:"" help:"Tell whether the articles say something."`
	Prove     proveCmd     `cmd:"" help:"Hold claims against the sentences that they cite, in bulk."`
	Eval      evalCmd      `cmd:"" help:"Measure how well sentences are ranked on a question set."`
	Export    exportCmd    `cmd:"" help:"Write an article as one page to read."`
	Stats     statsCmd     `cmd:"" help:"Count answers, refusals, rejected claims and tokens by day."`
	Invite    inviteCmd    `cmd:"" help:"Print the link that adds the bot to a server."`
	Health    healthCmd    `cmd:"" help:"Tell whether the running bot is connected to Discord."`
	Version   versionCmd   `cmd:"" help:"Print version, commit and Go version."`
}

const description = `Answers questions about French news articles, with the original sentences, word for word.

Alone, verbatim runs the Discord bot where DISCORD_TOKEN is set, else the chat. Settings come from the environment and from .env (see .env.example).`

// program is what every command works with.
type program struct {
	config config
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	log    *slog.Logger
}

// run is the whole program but for signals; it returns the exit status. lookup
// reads the environment, as [os.LookupEnv].
func run(ctx context.Context, args []string, lookup func(string) (string, bool), stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr}
	err := p.run(ctx, args, lookup)
	if err == nil {
		return statusDone
	}
	return p.explain(err)
}

func (p *program) run(ctx context.Context, args []string, lookup func(string) (string, bool)) error {
	bare := len(args) == 0
	switch {
	case bare:
		args = []string{"chat"} // or run, once the environment is read
	case args[0] == "help":
		args = append(args[1:len(args):len(args)], "--help")
	case args[0] == "--version":
		args = []string{"version"}
	}
	command, err := p.parse(args)
	if command == nil || err != nil {
		return err
	}
	if p.config, err = readConfig(lookup); err != nil {
		return err
	}
	if bare && p.config.DiscordToken != "" {
		if command, err = p.parse([]string{"run"}); err != nil {
			return err
		}
	}
	p.log = newLogger(p.stderr, p.config, command.Selected().Name)
	command.BindTo(ctx, (*context.Context)(nil))
	return command.Run(p)
}

// exited is thrown where kong would end the process: after it printed help.
type exited struct{}

// parse reads the command line. The command is nil where help was asked for
// and printed.
func (p *program) parse(args []string) (command *kong.Context, err error) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(exited); !ok {
				panic(r)
			}
			command, err = nil, nil
		}
	}()
	parser, err := kong.New(&commands{},
		kong.Name("verbatim"),
		kong.Description(description),
		kong.Writers(p.stdout, p.stderr),
		kong.Exit(func(int) { panic(exited{}) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
	)
	if err != nil {
		return nil, err
	}
	command, err = parser.Parse(args)
	if e, ok := errors.AsType[*kong.ParseError](err); ok {
		return nil, misuse(e)
	}
	return command, err
}

// misuse makes kong's complaint ours, with the help that is next.
func misuse(e *kong.ParseError) error {
	name := "verbatim"
	if node := e.Context.Selected(); node != nil {
		name += " " + node.Name
	}
	return &usageError{text: strings.Join(strings.Fields(e.Error()), " "), hint: "try: " + name + " --help"}
}
