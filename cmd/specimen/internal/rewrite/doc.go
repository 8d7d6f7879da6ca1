// Package rewrite changes the files of a folder: all of them or none, each atomically,
// and none that another program changed meanwhile.
//
// [Open] locks the folder, so that programs that use this package change it one after
// the other; [Folder.Apply] replaces what was read while the folder is open. Editors do
// not use the lock: immediately before Apply replaces a file, it compares the file with
// what was read, and changes nothing where they differ. Links are never followed.
//
// Apply stages the new files and a journal in the folder [Options].Staging, then
// moves them into place one by one. When a step fails, the steps before it are undone.
// When the process dies, the next Open undoes them. So after any failure the old files
// are restored before anything else happens. [View] is for readers, which see all of a
// run or nothing of it.
//
// # What a journal can do
//
// A journal is a file in a folder that people share, so a pull request or a copy of a
// folder can contain a forged one. Whoever can write it can change the files under
// version control anyway, but must not be able to overwrite, remove or create a file
// that exists only on the machine where the journal is read. Three checks ensure that:
//
//   - A journal is accepted only if its file has a modification time that is computed
//     from its text and lies between 1990 and 2020. Version control does not store
//     these times: a checkout, a merge or a plain copy sets the current time. For any
//     other journal, Open returns a [ForeignError] and changes nothing.
//   - A journal has the digests of the old and the new content of each file. Only a
//     file with the new content is replaced or removed, and only the old content is
//     put back. A file that was written or edited since stays.
//   - [Options].May decides which files may be touched at all: generated ones, by
//     their header, where a generator opens the folder.
//
// None of this protects against somebody who can write to the folder directly.
package rewrite
