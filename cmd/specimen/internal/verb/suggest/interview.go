package suggest

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/specimen-go/specimen/cmd/specimen/internal/cli"
	"github.com/specimen-go/specimen/cmd/specimen/internal/proposal"
	"github.com/specimen-go/specimen/cmd/specimen/internal/specfolder"
	"github.com/specimen-go/specimen/emit/suggest"
)

// interview asks for each suggestion whether to write it, and then writes all that were
// accepted, and the reasons for those that were declined.
func (c *command) interview(env cli.Env, folder specfolder.Folder, names []string) error {
	files, err := folder.OpenExisting()
	if err != nil {
		return err
	}
	defer files.Close()
	set, err := c.read(files, names)
	if err != nil {
		return err
	}
	p := person{bufio.NewScanner(env.Stdin), env.Stdout}
	var all []proposal.Proposal
	for _, spec := range set.Platforms {
		i := proposal.Ask(spec, c.options())
		more, err := p.answer(i, set.Line)
		if err != nil {
			return err
		}
		all = append(all, i.Proposal)
		if !more {
			break
		}
	}
	if err := write(files, all); err != nil {
		return err
	}
	for _, x := range all {
		printCount(env.Stdout, x.Platform.Spec.Name, len(x.All), len(x.Declined), 0)
	}
	return nil
}

// person is who answers.
type person struct {
	in  *bufio.Scanner
	out cli.Stream
}

// choices explains the answers.
const choices = `y  write it
n  leave it for another time
d  decline it for good, with a reason that is written into the spec
q  write what was accepted so far, and stop
`

// answer asks for all suggestions of one interview. more is false if the person does not
// want to be asked any more.
func (p person) answer(i *proposal.Interview, source cli.Source) (more bool, err error) {
	for s, ok := i.Next(); ok; s, ok = i.Next() {
		if err := printText(p.out, i.Proposal, s, source); err != nil {
			return false, err
		}
		if !p.one(i, s) {
			return false, p.in.Err()
		}
	}
	return true, nil
}

// one asks for one suggestion until there is an answer, and reports whether to go on.
func (p person) one(i *proposal.Interview, s suggest.Suggestion) bool {
	for {
		line, ok := p.ask("write this? [y,n,d,q,?] ")
		line = letter(line)
		switch {
		case !ok || line == "q":
			return false
		case line == "y":
			i.Accept(s)
			return true
		case line == "n":
			i.Pass(s)
			return true
		case line == "d" && s.Path != "":
			why, ok := p.ask("why not? ")
			if !ok {
				return false
			}
			if why != "" {
				i.Decline(s, why)
				return true
			}
		case line == "d":
			fmt.Fprintln(p.out, "names of topics that collide cannot be declined: give the topic another name")
		default:
			fmt.Fprint(p.out, choices)
		}
	}
}

// letter returns the letter of an answer, which may be its word, and in capitals.
func letter(answer string) string {
	switch answer = strings.ToLower(answer); answer {
	case "yes", "no", "decline", "quit":
		return answer[:1]
	}
	return answer
}

// ask asks for a line, and returns it without surrounding white space.
func (p person) ask(question string) (line string, ok bool) {
	fmt.Fprint(p.out, question)
	if !p.in.Scan() {
		fmt.Fprintln(p.out)
		return "", false
	}
	return strings.TrimSpace(p.in.Text()), true
}
