# Completion for bash.
_gangway() {
    local word=${COMP_WORDS[COMP_CWORD]}
    if [ "$COMP_CWORD" -eq 1 ]; then
        # shellcheck disable=SC2207 # names of commands have no blanks
        COMPREPLY=($(compgen -W "@COMMANDS@ --help --version" -- "$word"))
    else
        COMPREPLY=()
        compopt -o default
    fi
}
complete -F _gangway gangway
