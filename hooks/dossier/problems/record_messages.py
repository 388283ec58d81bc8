"""What may be wrong with a record, its values and what it refers to."""

from __future__ import annotations

from .message import Group, Message

DATE_EXAMPLES = "2007, 2007-07, 2007-07-02, 2 July 2007 or 2005/2009"


class Values(Group, title="Keys and values"):
    """What is wrong with a key or a value of a record."""

    UNKNOWN_KEY = Message(
        'unknown key "{key}"; {suggestion}',
        "The key has a typo, or belongs to another kind of record.",
    )
    LOOK_ALIKE = Message(
        "this “{character}” is {name}; type {twin}",
        "The keyboard was set to another language, or text was copied from elsewhere.",
    )
    MISSING_KEY = Message(
        'the key "{key}" is missing; add for example "{example}"',
        "The record lacks a key that every record of its kind has.",
    )
    KEY_TWICE = Message(
        'the key "{key}" is used twice; it is in line {line} already, so delete one',
        "A line was copied and not changed.",
    )
    KEY_IN_TEXT = Message(
        'this line is part of the text of "{key}"; to make "{name}" a key, indent it as "{key}" is',
        "A key below a text of several lines is indented as far as the text.",
    )
    COMMENT = Message(
        'the text after " #" is a comment, which is not shown; put the value in quotation marks',
        "The value has a # after a space, where a comment starts.",
    )
    NOT_A_GROUP = Message(
        '{subject} must be a group of keys, but this is {found}; write for example "{example}"',
        "There is a text or a list where lines with a key and a value belong.",
    )
    EMPTY = Message(
        '{subject} is empty; write {accepted}, for example "{example}"',
        "There is nothing after the key or the dash.",
    )
    NOT_ONE = Message(
        '{subject} cannot be {found}; write {accepted}, for example "{example}"',
        "There is a list, or lines with keys of their own, where one value belongs, or text starts with a"
        " bracket.",
    )
    NOT_A_LIST = Message(
        '"{key}" must be a list; write "{key}: [{entry}]", or start the entry with "- "',
        "The key takes a list of entries, and a single value was written.",
    )
    NOT_A_LIST_OF_GROUPS = Message(
        '"{key}" must be a list; start a new line below it with "- {first}: ...", and further lines with'
        " {others}",
        "The key takes several entries, each with keys of its own, and a text was written.",
    )
    GROUP_NOT_LIST = Message(
        '"{key}" must be a list, but this is a group of keys; start each entry with "- "',
        "The dash before an entry was forgotten.",
    )
    EMPTY_LIST = Message(
        '"{key}" is empty; add at least one entry, for example "{key}: {example}"',
        "All entries of the list were deleted, or are not yet written.",
    )
    UNKNOWN_CHOICE = Message(
        'unknown {choice} "{word}"; {suggestion}',
        "The key takes one of a few words only, and this is another or has a typo.",
    )
    NOT_AN_ADDRESS = Message(
        '"{text}" is not a web address; write one that starts with http:// or https:// and has no spaces',
        "The start of the address was left out, or there is a space in it.",
    )
    NOT_A_LANGUAGE = Message(
        '"{text}" is not the code of a language; write for example en, fr or ru',
        "The name of the language was written, or its code in capital letters.",
    )
    NOT_A_NUMBER = Message(
        '"{text}" is not a whole number; write for example 1',
        "The number was written as a word, or with a point or a comma.",
    )
    NOT_A_FLAG = Message(
        '"{text}" is neither true nor false; write one of these two',
        "Another word for yes or no was written, or a capital letter.",
    )
    TOO_LONG = Message(
        "this text has {number:,} characters; write at most {most:,}, or make several records of it",
        "A whole document was pasted, or a quotation mark that closes a value is missing.",
    )


class Dates(Group, title="Dates"):
    """What is wrong with a date."""

    NOT_A_DATE = Message(
        f'"{{text}}" is not a date; write for example {DATE_EXAMPLES}',
        "The date was written in a form that is not accepted.",
    )
    MEANT = Message(
        '"{text}" is not an accepted form of a date; write {date}',
        "The date was written in a form that can be understood, but is not accepted.",
    )
    NOT_A_SPAN = Message(
        '"{text}" is neither a date nor a span; write for example 2007-07, 2007-07-02, 2005/2009 or 2005/..',
        "There is a slash between the parts of one date, or a span has a month in words.",
    )
    NOT_A_MONTH = Message(
        '"{word}" is not the name of a month; {suggestion}',
        "The name of the month has a typo or is not English, or a season was written.",
    )
    AMBIGUOUS = Message(
        'ambiguous date "{text}"; write {date} for {words} or {other_date} for {other_words}',
        "Some readers take a number for the day or the month, others for the month or the year.",
    )
    NUMERIC = Message(
        'numeric date "{text}"; write {date} for {words}',
        "A date of three numbers starts with the day or the month.",
    )
    NO_SUCH_DAY = Message(
        'numeric date "{text}"; write for example 2007-07-02',
        "A date of three numbers starts with the day or the month, and there is no such day.",
    )
    BAD_YEAR = Message(
        'impossible date "{text}"; years count from 0001',
        "The year is not known, or has a typo.",
    )
    BAD_MONTH = Message(
        'impossible date "{text}"; months go from 01 to 12',
        "Month and day were exchanged, or a digit is wrong.",
    )
    BAD_DAY = Message(
        'impossible date "{text}"; the days of {month} {year} go from 1 to {days}',
        "The day has a typo, or 00 was written for a day that is not known.",
    )
    BACKWARDS = Message(
        'the span "{text}" ends before it starts; write the earlier date first',
        "The two dates of a span were exchanged, or a year has a typo.",
    )
    NO_DATE_IN_SPAN = Message(
        'the span "{text}" has no date; write at least one, for example 2005/..',
        "Both ends of a span were left open.",
    )


class Links(Group, title="Links in text"):
    """What is wrong with a link."""

    NOWHERE = Message(
        'the link to "{target}" leads nowhere; link to https://..., mailto:... or a record, for example'
        " visit:ID",
        "The start of a web address was left out, or a page of this site was linked by its address.",
    )
    MISWRITTEN = Message(
        'the link to "{target}" leads nowhere; write {better}',
        "The kind of the record was left out, written in the plural or with a capital letter, or it has"
        " a space after it.",
    )
    SPACE = Message(
        'the link to "{target}" has a space in its address; delete it, or write %20 in its place',
        "The address of a page or a file has a space, or was divided when it was copied.",
    )
    PARTED = Message(
        'there is a space before "({target})", so the link is shown as text; delete the space',
        "The words of a link and its address have a space between their brackets.",
    )
    NO_TEXT = Message(
        'the link to "{target}" has no text; write it between the square brackets, for example'
        ' "[this]({target})"',
        "The square brackets of a link are empty.",
    )
    IN_PLAIN_TEXT = Message(
        'the link to "{target}" would be shown here with its brackets; write its words alone, and put the'
        ' link into "text", "summary", "purpose" or "note"',
        "A link was written in a title or a name, or in another key that takes plain text.",
    )


class Ids(Group, title="Ids"):
    """What is wrong with the id of a record."""

    BAD = Message(
        'bad id "{id}"; use small letters, digits and single hyphens, for example "{example}"',
        "An id is part of an address, and has a space, a capital letter or another mark.",
    )
    NO_ADDRESS = Message(
        '"{text}" makes no address; write at least one letter from a to z, or a digit',
        "The address of a term is made from its plain letters and digits, and it has none.",
    )
    TWICE = Message(
        'the id "{id}" is used twice; {record} has it at {place}, so choose another for the new record, and'
        " leave the published one as it is",
        "A record was copied and its id was not changed, or two editors chose the same id.",
    )
    AREA_TWICE = Message(
        'the id "{id}" is used twice; {record} has it at {place}, so rename the new file',
        "Two files in different folders have the same name.",
    )
    TERM_TWICE = Message(
        'the address "{id}" is used twice; {record} has it at {place}, so merge the two or rename the new'
        " one",
        "A term is in the glossary twice, or two terms differ only in capital letters or marks.",
    )
    TAKEN = Message(
        'the id "{id}" is taken by the site itself; choose another',
        "The timeline uses ids such as y2007 for its years.",
    )
    AREA_TAKEN = Message(
        'the id "{id}" is taken by the site itself; rename the file',
        "The page that lists all areas has this address.",
    )


class CrossChecks(Group, title="From one record to another"):
    """What is wrong between records that are well written by themselves."""

    UNKNOWN = Message(
        'unknown {kind} "{id}"; {suggestion}',
        "The id has a typo, or its record was renamed, deleted or not yet written.",
    )
    UNKNOWN_EVENT_OFTEN = Message(
        'unknown {kind} "{id}" in {number} places; if the {kind} was renamed, add "formerly: [{id}]" to it,'
        " and if not, {suggestion}",
        "A record was renamed or deleted, and the texts that link to it have its old id.",
    )
    UNKNOWN_OFTEN = Message(
        'unknown {kind} "{id}" in {number} places; if the {kind} was renamed, give it this id again, and if'
        " not, {suggestion}",
        "An area or a source was renamed or deleted, and the records that name it have its old id.",
    )
    OTHER_KIND = Message(
        '"{id}" is the id of another kind of record; write {better}',
        "The kind of a record in a link is not that of the record with this id.",
    )
    ENTRIES_JOINED = Message(
        '"{id}" is read as one entry; start each "- " right below the one before',
        "The dash of an entry is further right than that of the entry before it.",
    )
    COMMA_MISSING = Message(
        "a comma is missing; write [{ids}]",
        "Two ids in a list in brackets have only a space between them.",
    )
    NONE_YET = Message(
        'unknown {kind} "{id}"; there is no {kind} yet, so write one with this id, or delete the id here',
        "The id of a record is named, and there are no records of its kind.",
    )
    RENAMED = Message(
        '"{id}" is a former id of {record}; use the id that it has now',
        'The record was renamed or merged with another, and this id is listed under its "formerly".',
    )
    NO_AS_OF = Message(
        'the key "as_of" is missing, and {source} has neither "date" nor "accessed"; add for example'
        ' "as_of: 2011"',
        "A reader must see when a statement was true, and neither it nor its first source says so.",
    )
    UPDATE_TOO_OLD = Message(
        "this update is older than what it updates: {date} is before {earlier}; check both dates, or"
        " exchange the two",
        "An earlier source was added as an update of a later one.",
    )
    EMPTY_CHANGE = Message(
        'a change needs a "text" or a "status"; add one of them, or write "kind: confirmation"',
        "A later source says the same, which is a confirmation, or what it says was forgotten.",
    )
    NO_DATE = Message(
        'the key "date" is missing; add for example "date: 2007-07-02", or "recurring: true"',
        "The source does not say when the visit was, or the line was forgotten.",
    )
    NOT_RECURRING = Message(
        'a visit that does not recur needs a date; add for example "date: 2007"',
        'The visit has no date, and "recurring" is false.',
    )
    NOT_NAMED = Message(
        'no record names this source; name it under "sources" of a record, or delete it',
        "The source was added before any record that names it, or the last such record was changed.",
    )
    NOT_ARCHIVED = Message(
        'this source has no archived copy; add "archived:" with its address, which "make archive" looks for',
        "The site is checked with STRICT_SOURCES=1, which asks for a copy of every source.",
    )
    FAR_DATE = Message(
        'the date "{date}" is more than {number} years from all others; check its year',
        "A digit of the year has a slip.",
    )
