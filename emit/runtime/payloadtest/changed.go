package payloadtest

import (
	"os"
	"reflect"
)

// How many changes are tried of the event of an example, and of that of an edited one; and
// for how many edits there is one of the latter. With PAYLOADTEST_LONG all changes of an
// example are tried, and ten times as many of its edits are changed.
const (
	mostChanges       = 100
	mostChangesOfEdit = 2
	everyChanged      = 48
)

// changedExample tries changes of the event that the example decodes to.
func (x *example) changedExample() {
	event, err := x.decode(x.topic, []byte(x.text))
	if err != nil {
		x.problem("decoding the example once more: %v", err)
		return
	}
	most := mostChanges
	if os.Getenv(everyLong) != "" {
		most = 1 << 30
	}
	if problem := x.changed(event, x.root, nil, most); problem != "" {
		x.problem("%s", problem)
	}
}

// changedEdit tries some changes of an event that an edit led to, near the place
// of the edit.
func (x *example) changedEdit(e *edit, event Event, root *value) string {
	most := mostChangesOfEdit
	if os.Getenv(everyLong) != "" {
		most *= 10
	} else if x.lot.IntN(everyChanged) > 0 {
		return ""
	}
	return x.changed(event, root, e.tokens, most)
}

// changed changes an event that encodes to root, and checks what it encodes to
// then: what was changed, and nothing else. It returns what is wrong, or "".
func (x *example) changed(event Event, root *value, near []string, most int) string {
	all := placesOf(event, root, near)
	x.lot.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
	for tried := 0; len(all) > 0 && tried < most; all = all[1:] {
		list := all[0].changes(root)
		if each := (most-tried)/len(all) + 1; len(list) > each {
			x.lot.Shuffle(len(list), func(i, k int) { list[i], list[k] = list[k], list[i] })
			list = list[:each]
		}
		tried += len(list)
		for i := range list {
			if problem := x.apply(&list[i], event); problem != "" {
				return list[i].what + ": " + problem
			}
		}
	}
	encoded, _ := x.buffer.append(event)
	if different := encodes(encoded, root); different != "" {
		return "encoding, with every change taken back: " + different
	}
	return ""
}

// apply makes a change and takes it back.
func (x *example) apply(c *change, event Event) string {
	x.tried++
	was := reflect.New(c.v.Type()).Elem()
	was.Set(c.v)
	c.v.Set(c.to)
	defer c.v.Set(was)
	encoded, behind := x.buffer.append(event)
	if different := encodes(encoded, c.want); different != "" {
		return "encoding: " + different
	}
	if behind {
		return "encoding: a byte behind the result was written"
	}
	return ""
}
