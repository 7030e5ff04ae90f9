"""`briefs completion`: the scripts with which shells ask the program what can stand where Tab was pressed."""

from __future__ import annotations

from briefs.cli.printing import say
from briefs.cli.usage import Options

_BASH = r"""# Completion of briefs in bash 3.2 or later. In ~/.bashrc: eval "$(briefs completion bash)"
_briefs() {
    local word IFS=$'\n'
    COMPREPLY=()
    while IFS=$'\t' read -r word _; do
        # what stands before an equals sign is a word of its own for bash
        [[ $COMP_WORDBREAKS == *=* ]] && word=${word#--*=}
        COMPREPLY+=("$word")
    done < <("${1/#\~/$HOME}" _complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _briefs briefs
"""

_ZSH = r"""#compdef briefs
# Completion of briefs in zsh. Save it as _briefs in a folder of fpath, or in ~/.zshrc, after compinit:
#   source <(briefs completion zsh)
_briefs() {
    local line
    local -a found
    for line in "${(@f)$(${(Q)words[1]} _complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
        [[ -n $line ]] || continue
        if [[ $line == *$'\t'* ]]; then
            found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        else
            found+=("${line//:/\\:}")
        fi
    done
    if (( ${#found} )); then
        _describe briefs found
    else
        _files
    fi
}
if [[ $funcstack[1] == _briefs ]]; then
    _briefs "$@"
else
    compdef _briefs briefs
fi
"""

_FISH = r"""# Completion of briefs in fish. Save it as ~/.config/fish/completions/briefs.fish
function __briefs_complete
    set -l words (commandline -opc) (commandline -ct)
    $words[1] _complete $words[2..-1] 2>/dev/null
end
complete -c briefs -f -a '(__briefs_complete)'
complete -c briefs -F -n 'test -z "$(__briefs_complete)"'
"""

SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def run_completion(options: Options) -> int:
    """Print the script for a shell. Returns the exit code."""
    say(SCRIPTS[options.shell].rstrip("\n"))
    return 0
