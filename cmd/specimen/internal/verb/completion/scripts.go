package completion

// The scripts call "specimen complete" with the words before the cursor. It prints a line for
// each word that can stand there, with a tab and what that is for, and :files or :dirs.

// bash splits words at = and : too. The script does not, and takes away again what bash takes
// for words of their own. Bash completes the arguments of an alias, such as that of "go tool
// specimen", by the alias's name, which no program has.
const bash = `# Completion of specimen for bash.
_specimen() {
	local line=${COMP_LINE:0:COMP_POINT} words cur before candidate files= program of
	read -ra words <<<"$line"
	program=("${words[0]}")
	if of=$(alias "${words[0]}" 2>/dev/null); then # alias specimen='go tool specimen'
		of=${of#*=\'}
		read -ra program <<<"${of%\'}"
	fi
	[[ $line == *[[:space:]] ]] && words+=("")
	cur=${words[${#words[@]}-1]}
	before=
	[[ $cur == *[=:]* ]] && before=${cur%"${cur##*[=:]}"}
	COMPREPLY=()
	while IFS=$'\t' read -r candidate _; do
		case $candidate in
		:files | :dirs) files=1 ;;
		*) COMPREPLY+=("$(printf %q "${candidate#"$before"}")") ;;
		esac
	done < <("${program[@]}" complete -- "${words[@]:1}" 2>/dev/null)
	# Without candidates, readline proposes files, where they are wanted.
	[[ $files ]] || compopt +o default 2>/dev/null || true
}
complete -o default -F _specimen specimen
`

const zsh = `#compdef specimen
# Completion of specimen for zsh.
_specimen() {
	local line files dirs
	local -a values shown
	for line in "${(@f)$("${words[1]}" complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
		case $line in
		:files) files=1 ;;
		:dirs) dirs=1 ;;
		*$'\t'?*) values+=("${line%%$'\t'*}"); shown+=("${line/$'\t'/  -- }") ;;
		?*) values+=("${line%%$'\t'*}"); shown+=("${line%%$'\t'*}") ;;
		esac
	done
	(( $#values )) && compadd -l -d shown -- "${values[@]}"
	[[ -n $files$dirs && $PREFIX == --*=* ]] && compset -P '*='
	[[ -n $files ]] && _files
	[[ -n $dirs ]] && _files -/
	return 0
}
if [ "$funcstack[1]" = _specimen ]; then
	_specimen "$@"
else
	compdef _specimen specimen
fi
`

const fish = `# Completion of specimen for fish.
function __specimen_complete
	set -l words (commandline -opc)
	set -l cur (commandline -ct)
	for line in ($words[1] complete -- $words[2..-1] "$cur" 2>/dev/null)
		switch $line
			case :files
				__fish_complete_path "$cur"
			case :dirs
				__fish_complete_directories "$cur"
			case '*'
				echo $line
		end
	end
end
complete -c specimen -f -a '(__specimen_complete)'
`
