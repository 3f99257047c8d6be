# cmake -DPROGRAM=cellbook -DVERSION=0.1.0 -DOUTPUT=cellbook.1 -P man_page.cmake
#
# The man page is what --help prints, so that there is one text to keep true.
function(help_of variable)
    execute_process(COMMAND "${PROGRAM}" ${ARGN} --help
        RESULT_VARIABLE result OUTPUT_VARIABLE text)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${PROGRAM} ${ARGN} --help: exit code ${result}")
    endif()
    set(${variable} "${text}" PARENT_SCOPE)
endfunction()

# Text that troff shows as it is: no escape, no line that begins with a request.
function(verbatim variable text)
    string(REPLACE "\\" "\\e" text "${text}")
    string(REPLACE "-" "\\-" text "${text}")
    string(REGEX REPLACE "(^|\n)([.'])" "\\1\\\\&\\2" text "${text}")
    string(STRIP "${text}" text)
    set(${variable} ".nf\n${text}\n.fi\n" PARENT_SCOPE)
endfunction()

help_of(general)
verbatim(general_text "${general}")
set(page ".TH CELLBOOK 1 \"\" \"cellbook ${VERSION}\" \"User Commands\"\n")
string(APPEND page ".SH NAME\ncellbook \\- books of a whole small economy\n")
string(APPEND page ".SH SYNOPSIS\n.B cellbook\n.I COMMAND\n[\\fIQUERY\\fR...] [\\fIflags\\fR]\n")
string(APPEND page ".SH DESCRIPTION\n${general_text}")

# The commands stand below the line "Subcommands:" or "Commands:", a name at two blanks.
string(REGEX MATCH "\n([Ss]ubc|C)ommands:?\n.*" listed "${general}")
string(REGEX MATCHALL "\n  [a-z][a-z-]*" names "${listed}")
if(names)
    string(APPEND page ".SH COMMANDS\n")
endif()
foreach(name IN LISTS names)
    string(STRIP "${name}" name)
    help_of(text "${name}")
    verbatim(text "${text}")
    string(APPEND page ".SS ${name}\n${text}")
endforeach()

string(APPEND page ".SH ENVIRONMENT\n.TP\n.B CELLBOOK_FILE\nthe book or text used where no "
    "\\fB\\-f\\fR is given\n")
string(APPEND page ".SH EXIT STATUS\n0 done; 1 data or check failure; 2 usage; 3 storage\n")
string(APPEND page ".SH SEE ALSO\n.BR hledger (1),\n.BR ledger (1)\n")
file(WRITE "${OUTPUT}" "${page}")
