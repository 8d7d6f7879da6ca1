// Package rewrite changes the files of a folder: all of them or none, each in one
// step, and none that somebody else changed meanwhile.
//
// [Open] locks the folder, so that programs that use this package change it one
// after the other; what is read while the folder is open is what [Folder.Apply]
// replaces. Editors know nothing of the lock: Apply compares each file with what was
// read immediately before it replaces it, and changes nothing where one differs.
// Links are never followed.
//
// Apply stages the new files and a journal in the folder [Options].Staging, then
// moves them into place one by one. When a step fails, the steps before it are
// undone. When the process dies, the next Open undoes them. So after any failure the
// old files are whole again before anything else happens. [View] is for those that
// only read: they see all of a run or nothing of it.
//
// # What a journal can do
//
// A journal is a file in a folder that people share, and so a pull request or a copy
// of a folder can bring one. It is written by somebody who can change any file that
// is under version control, and must not be able to do more through it: not to
// overwrite, remove or create a file that exists only on the machine where it is
// read. Three things hold that:
//
//   - A journal is believed only if the time of its file is the one computed from its
//     text, which lies between 1990 and 2020. Version control does not carry times:
//     what a checkout, a merge or a plain copy writes has the time of that. Any other
//     journal stops Open with a [ForeignError]; nothing is changed.
//   - What is undone is compared, like what is changed. A journal has the digests of
//     the old and the new content of each file. Only a file that has the new content
//     is replaced or removed, and only the old content is put back. A file that
//     somebody wrote or edited since has neither, and stays.
//   - [Options].May decides which files may be touched at all: generated ones, by
//     their header, where a generator opens the folder.
//
// None of this protects against somebody who can write to the folder directly.
package rewrite
