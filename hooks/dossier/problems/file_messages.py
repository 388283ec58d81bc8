"""What may be wrong with a data file before it is read as records."""

from __future__ import annotations

from .message import Group, Message


class Files(Group, title="Files"):
    """What is wrong with a file as a whole."""

    NO_PARTNER = Message(
        'this file is missing; write one with "name", "adjective", "summary" and "primary_source"',
        "The file about the country itself was deleted, renamed or not yet written.",
    )
    NO_SOURCES = Message(
        'this file is missing; write one with a record for each source, which has "id", "title", "publisher",'
        ' "kind" and "url"',
        "The file with the sources was deleted, renamed or not yet written.",
    )
    NO_RECORD = Message(
        "the file has no record; write one, or delete the file",
        "The file is empty, or has only comments.",
    )
    MISNAMED = Message(
        'nothing reads this file; did you mean "{name}"?',
        "The name of the file has a typo, ends with .yaml, or has another ending after .yml.",
    )
    AREA_MISPLACED = Message(
        "nothing reads this file; each area has a file of its own, for example data/areas/science.yml",
        "Areas were written into one common file, or an area's file is outside the folder for areas.",
    )
    NOT_READ = Message(
        "nothing reads this file; rename it to one of: {names}, or move it into the folder areas if it is"
        " an area",
        "The name of the file does not say what kind of records it has.",
    )
    BAD_NAME = Message(
        'bad file name "{name}"; use small letters, digits and single hyphens, for example "{example}"',
        "The name of an area's file makes the address of its page, and has a space or a capital letter.",
    )
    CLOSED = Message(
        "this file cannot be opened; close other programs that have it, and check who may read it",
        "Another program has the file open, or your account may not read it.",
    )
    NOT_UTF_8 = Message(
        'the file is not in the encoding "UTF-8" here; save it as UTF-8',
        "The program in which the file was written saved it in another encoding.",
    )
    UNPRINTABLE = Message(
        "this character cannot be shown; delete it",
        "Text was copied from elsewhere, and an invisible character came with it.",
    )
    UNSEEN = Message(
        "this is {name}, which {effect}; delete it",
        "Text was copied from elsewhere, and a character that nobody sees came with it.",
    )
    CONFLICT = Message(
        "a merge conflict is not resolved here; keep one of the two versions, and delete the lines that start"
        " with <<<<<<<, ======= and >>>>>>>",
        "Two people changed the same lines, and Git left both versions in the file.",
    )
    TOO_LARGE = Message(
        "this file is larger than {number} MB; divide it into several files",
        "Another file was given the name of a data file, or a program wrote the same text again and again.",
    )
    UNPRINTABLE_NAME = Message(
        "the name of this file has a character that cannot be shown; rename the file",
        "The name was copied from elsewhere, or comes from a computer that saves its letters differently.",
    )
    NO_FILE = Message(
        "this is {found} with the name of a file; rename it, or delete it",
        "A folder was given the name of a file, or a program left something here that is no file.",
    )
    LINK_TO_FOLDER = Message(
        "this is a link to a folder, and nothing reads what is in there; put the folder itself here",
        "Files are kept elsewhere, and a link to their folder was made instead of a copy.",
    )
    LINK_TO_NOTHING = Message(
        "this link leads to no file; delete it, or put the file itself here",
        "The file that a link leads to was moved or deleted, or the link leads back to itself.",
    )
    LINK_OUT = Message(
        'this link leads out of the folder "{folder}"; put the file itself here',
        "A file is kept elsewhere, where others who build the site do not have it.",
    )


class Yaml(Group, title="Spaces, dashes, colons and quotation marks"):
    """What is wrong with how a file is written."""

    TAB = Message(
        "this line is indented with a tab; use spaces",
        "The tab key was pressed at the start of a line.",
    )
    OTHER_SPACE = Message(
        "this is another kind of space; type an ordinary space instead",
        "Text was copied from a web page or a word processor, which use other spaces.",
    )
    DASH_WITHOUT_SPACE = Message(
        'a space is missing after the dash; write "- "',
        "A record or an entry starts with a dash, and the space after it was forgotten.",
    )
    OTHER_DASH = Message(
        'this is not the hyphen "-"; type a hyphen, with a space after it',
        "A word processor turned the hyphen into a longer dash.",
    )
    COLON_WITHOUT_SPACE = Message(
        'a space is missing after the colon; write "{key} " before the value',
        "The value starts right after the colon.",
    )
    SHIFTED = Message(
        'this line starts with {spaces}; write {wanted} to align its {part} with "{name}" in line {line}',
        "The line has a space more or less than the lines that it belongs with.",
    )
    TEXT_NOT_INDENTED = Message(
        "this text starts too far left; indent each of its lines two spaces more than its key",
        "A text of several lines starts below the first letter of its key, or further left.",
    )
    CURLY = Message(
        'curly quotation marks have no effect here; use "',
        "A word processor turned the quotation marks around a value into curly ones.",
    )
    REQUOTED = Message(
        "a quotation mark ends the value too early; write {value}",
        "The value has the same quotation mark inside it as around it, or starts with a quoted word.",
    )
    UNQUOTED = Message(
        'a quotation mark ends the value too early; write ">-" instead, and the text on the next line, two'
        " spaces further right than the key",
        "A value in quotation marks has marks of both kinds inside it.",
    )
    INDENTATION = Message(
        "this line does not fit the lines above; indent it as they are, and check their quotation marks",
        "The line starts further left or right than the lines that it belongs with.",
    )
    MISSING_DASH = Message(
        'a list entry must start here with "- "; add it, or check the indentation',
        "A new record or entry starts without a dash, or a line starts too far left.",
    )
    RECORD_WITHOUT_DASH = Message(
        'a new record starts here; write "- " in place of the two spaces before it',
        "The first key of a record comes a second time, because the dash before a new record was forgotten.",
    )
    RECORDS_WITHOUT_DASHES = Message(
        'a second record starts here; write "- " before the first key of each record, and two spaces before'
        " the others",
        "A file held one record, and another was added below it.",
    )
    NO_KEY = Message(
        'this line has no key; write a colon and a space after the key, for example "title: A few words"',
        "The colon after the key is missing, or the space after the colon.",
    )
    COLON = Message(
        "a colon with a space after it is not expected here; put the value in quotation marks, or check the"
        " indentation",
        "The value itself has a colon, or the line starts too far right.",
    )
    LIST_AFTER_KEY = Message(
        'a list cannot start on the line of its key; put "- " on a new line',
        "The first entry of a list is on the same line as the key.",
    )
    BAD_START = Message(
        "a value cannot start with this character; put the value in quotation marks",
        "The value starts with a mark that has a meaning of its own, such as * or @.",
    )
    ENDED_EARLY = Message(
        "the value ended before this; put the whole value in quotation marks, or check those it has",
        "A value starts with a bracket or a quotation mark, and goes on after the closing one.",
    )
    NOT_CLOSED = Message(
        "the quotation mark that opens here is not closed; write another where the value ends",
        "A value starts with a quotation mark, and the one at its end was forgotten.",
    )
    CLOSED_LATE = Message(
        "the quotation mark that opens here is closed only in line {line}, where more text follows; write"
        " another where the value ends",
        "The quotation mark at the end was forgotten, so the value goes on to the mark of a later one.",
    )
    BRACKET = Message(
        "the bracket that opens here is not closed, or a comma is missing; write for example"
        ' "[science, defence]", or put the value in quotation marks',
        "A list in brackets lacks its closing bracket or a comma, or text happens to start with a bracket.",
    )
    BACKSLASH = Message(
        'this "\\" is not allowed in double quotation marks; use single ones',
        "A backslash in double quotation marks changes the meaning of the letter after it.",
    )
    UNPRINTABLE = Message(
        'a "\\" in this text makes a character that cannot be shown; use single quotation marks, or delete'
        " it",
        "A backslash in double quotation marks changes the meaning of the letter after it.",
    )
    TEXT_AFTER_BAR = Message(
        'no text may follow "|" or ">"; put it on the next line',
        "Text of several lines starts on the same line as its mark.",
    )
    KEY_NOT_TEXT = Message(
        "a key must be text, but this is {found}; put it in quotation marks",
        "A line starts with a bracket, or a value starts with two braces.",
    )
    SECOND_FILE = Message(
        'the line "---" starts a second file within this one; delete the line',
        "Two files were copied into one, or a line of dashes was meant to divide records.",
    )
    TOO_DEEP = Message(
        "this is nested deeper than {number} levels; check the brackets and dashes",
        "Brackets or dashes were repeated by accident.",
    )
    NOTHING_TO_REPEAT = Message(
        'there is no "&{name}" before this "*{name}"; put it in quotation marks, or write the value itself',
        "A value starts with *, which repeats a value that was named with & before.",
    )
    REPEATS_ITSELF = Message(
        'this "*{name}" is inside the value that it repeats; write the value itself',
        "A value was named with & and is repeated with * before it has ended.",
    )
    REPEATS_TOO_MUCH = Message(
        '"*{name}" repeats more than {number:,} values; write the values themselves',
        "Long lists were named with & and repeated with * many times.",
    )
    UNREADABLE = Message(
        "this cannot be read; put the whole value in quotation marks, and indent every line of it",
        "A mark or a line of dashes within a value has a meaning of its own.",
    )
