"""Every message of the check of the data: its words, how a mistake comes about, and what to do about it.

The voice is one: what is wrong, what was found, and then what to write, with an example or the nearest
known name. Nobody needs to know how the site is made, or more of YAML than how a file looks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

DATE_EXAMPLES = "2007, 2007-07, 2007-07-02, 2 July 2007 or 2005/2009"


@dataclass(frozen=True)
class Message:
    """One thing that the check may say; called with the values of its places, it gives the text."""

    text: str
    """What is wrong and what to write instead, with a named place for each value."""
    cause: str
    """How one comes to make the mistake, in a sentence."""
    cure: str
    """What to do about it, in a sentence."""

    def __call__(self, **values: object) -> str:
        """Write the text with these values in its places."""
        return self.text.format_map(values)

    @property
    def outline(self) -> str:
        """The text as a guide shows it, with the name of each place in capital letters."""
        return re.sub(r"\{(\w+).*?\}", lambda place: place[1].replace("_", " ").upper(), self.text)


class Group:
    """The messages on one subject, in the order of the guide."""

    title: ClassVar[str]
    messages: ClassVar[tuple[Message, ...]]

    def __init_subclass__(cls, title: str) -> None:
        cls.title = title
        cls.messages = tuple(value for value in vars(cls).values() if isinstance(value, Message))


class Files(Group, title="Files"):
    """What is wrong with a file as a whole."""

    NO_PARTNER = Message(
        'this file is missing; write one with "name", "adjective", "summary" and "primary_source"',
        "The file about the country itself was deleted, renamed or not yet written.",
        "Write data/partner.yml with the four keys that the message names.",
    )
    NO_SOURCES = Message(
        'this file is missing; write one with a record for each source, which has "id", "title", "publisher",'
        ' "kind" and "url"',
        "The file with the sources was deleted, renamed or not yet written.",
        "Write data/sources.yml with a record for each source that other records name.",
    )
    NO_RECORD = Message(
        "the file has no record; write one, or delete the file",
        "The file is empty, or has only comments.",
        "Write a record into it, or delete it.",
    )
    MISNAMED = Message(
        'nothing reads this file; did you mean "{name}"?',
        "The name of the file has a slip, ends with .yaml, or has another ending behind .yml.",
        "Rename the file as the message suggests.",
    )
    AREA_MISPLACED = Message(
        "nothing reads this file; each area has a file of its own, for example data/areas/science.yml",
        "Areas were written into one common file, or an area's file stands beside the folder for areas.",
        "Give each area a file of its own in data/areas, named after the area.",
    )
    NOT_READ = Message(
        "nothing reads this file; rename it to one of: {names}, or move it into the folder areas if it is"
        " an area",
        "The name of the file says nothing of what it holds.",
        "Give the file one of the names in the message, or put it into a folder of such a name.",
    )
    BAD_NAME = Message(
        'bad file name "{name}"; use small letters, digits and single hyphens, for example "{example}"',
        "The name of an area's file makes the address of its page, and has a space or a capital letter.",
        "Rename the file as the message suggests.",
    )
    CLOSED = Message(
        "this file cannot be opened; close other programs that have it, and check who may read it",
        "Another program holds the file, or your account may not read it.",
        "Close the file in other programs, and allow your account to read it.",
    )
    NOT_UTF_8 = Message(
        'the file is not in the encoding "UTF-8" here; save it as UTF-8',
        "The program in which the file was written saved its letters in another encoding.",
        'Save the file again and choose the encoding "UTF-8".',
    )
    UNPRINTABLE = Message(
        "this character cannot be shown; delete it",
        "Text was copied from elsewhere, and an invisible character came with it.",
        "Delete the character, or write the words around it anew.",
    )


class Yaml(Group, title="Spaces, dashes, colons and quotation marks"):
    """What is wrong with how a file is written."""

    TAB = Message(
        "this line is indented with a tab; use spaces",
        "The tab key was pressed at the start of a line.",
        "Delete the tab and type spaces, as many as the lines beside it have.",
    )
    OTHER_SPACE = Message(
        "this is another kind of space; type ordinary spaces in its place",
        "Text was copied from a web page or a word processor, and its spaces came with it.",
        "Delete the space and type it anew with the space bar.",
    )
    DASH_WITHOUT_SPACE = Message(
        'a space is missing behind the dash; write "- "',
        "A record or an entry starts with a dash, and the space behind it was forgotten.",
        "Write a space between the dash and the key.",
    )
    OTHER_DASH = Message(
        'this is not the hyphen "-"; type it anew, with a space behind it',
        "A word processor turned the hyphen into a longer dash.",
        "Delete the dash and type a hyphen and a space.",
    )
    COLON_WITHOUT_SPACE = Message(
        'a space is missing behind the colon; write "{key} " before the value',
        "The value stands right behind the colon.",
        "Write a space between the colon and the value.",
    )
    SHIFTED = Message(
        'this line starts with {spaces}; write {wanted} to align its {part} with "{name}" in line {line}',
        "The line has a space more or less than the lines that it belongs to.",
        "Give it as many spaces as the message says.",
    )
    TEXT_NOT_INDENTED = Message(
        "this text starts too far left; indent each of its lines two spaces more than its key",
        "A text of several lines stands straight below its key, or further left.",
        "Start each line of the text two spaces further right than the key.",
    )
    CURLY = Message(
        'curly quotation marks do not count; use "',
        "A word processor turned the quotation marks around a value into curly ones.",
        "Type them anew as straight ones.",
    )
    REQUOTED = Message(
        "a quotation mark ends the value too early; write {value}",
        "The value has the same quotation mark within it as around it, or starts with a quoted word.",
        "Put the whole value between quotation marks of the other kind.",
    )
    UNQUOTED = Message(
        'a quotation mark ends the value too early; write ">-" in its place, and the text on the next line,'
        " two spaces further right than the key",
        "A value between quotation marks has marks of both kinds.",
        "Write the text without quotation marks around it, below its key.",
    )
    INDENTATION = Message(
        "this line does not fit the lines above; indent it as they are, and check their quotation marks",
        "The line starts further left or right than the lines that it belongs to.",
        "Give it as many spaces as those lines have, and close every quotation mark above it.",
    )
    MISSING_DASH = Message(
        'a list entry must start here with "- "; add it, or check the indentation',
        "A new record or entry starts without its dash, or a line starts too far left.",
        "Write a dash and a space before the first key of a record, and two spaces before the others.",
    )
    RECORD_WITHOUT_DASH = Message(
        'a new record starts here; write "- " in place of the two spaces before it',
        "The key by which a record starts comes again, because the dash before a new record was forgotten.",
        "Write a dash and a space before the first key of the new record, where the other dashes stand.",
    )
    RECORDS_WITHOUT_DASHES = Message(
        'a second record starts here; write "- " before the first key of each record, and two spaces before'
        " the others",
        "A file held one record, and another was added below it.",
        "Write a dash and a space before the first key of each record, and two spaces before its other keys.",
    )
    NO_KEY = Message(
        'this line has no key; write a colon and a space behind the key, for example "title: A few words"',
        "The colon behind the key is missing, or the space behind the colon.",
        "Write the key, a colon, a space and then the value.",
    )
    COLON = Message(
        "a colon with a space after it is not expected here; put the value in quotation marks, or check the"
        " indentation",
        "The value itself has a colon, or the line starts too far right.",
        "Put the whole value in quotation marks, or give the line as many spaces as its neighbours.",
    )
    LIST_BEHIND_KEY = Message(
        'a list cannot start behind a key; put "- " on a new line',
        "The first entry of a list stands in the same line as the key.",
        "Start a new line below the key for each entry.",
    )
    BAD_START = Message(
        "a value cannot start with this character; put the value in quotation marks",
        "The value starts with a mark that has a meaning of its own, such as * or @.",
        "Put the whole value in quotation marks.",
    )
    ENDED_EARLY = Message(
        "the value ended before this; put the whole value in quotation marks, or check those it has",
        "A value starts with a bracket or a quotation mark, and goes on after the closing one.",
        "Put the whole value in quotation marks, and write an apostrophe twice between single ones.",
    )
    NOT_CLOSED = Message(
        "the quotation mark that opens here is not closed; write another where the value ends",
        "A value starts with a quotation mark, and the one at its end was forgotten.",
        "Write the same quotation mark at the end of the value.",
    )
    CLOSED_LATE = Message(
        "the quotation mark that opens here is closed only in line {line}, where more text follows; write"
        " another where the value ends",
        "The quotation mark at the end was forgotten, and that of a later value was taken for it.",
        "Write the same quotation mark at the end of the value.",
    )
    BRACKET = Message(
        "the bracket that opens here is not closed, or a comma is missing; write for example"
        ' "[science, defence]", or put the value in quotation marks',
        "A list in brackets lacks its closing bracket or a comma, or text happens to start with a bracket.",
        "Close the bracket and put a comma between two entries; put text in quotation marks.",
    )
    BACKSLASH = Message(
        'this "\\" is not allowed between double quotation marks; use single ones',
        "A backslash between double quotation marks changes the meaning of the letter behind it.",
        "Use single quotation marks, between which a backslash is only a backslash.",
    )
    UNPRINTABLE = Message(
        'a "\\" in this text makes a character that cannot be shown; use single quotation marks, or delete'
        " it",
        "A backslash between double quotation marks changes the meaning of the letter behind it.",
        "Use single quotation marks, or delete the backslash and the letters that belong to it.",
    )
    TEXT_BEHIND_BAR = Message(
        'no text may follow "|" or ">"; put it on the next line',
        "Text of several lines starts in the same line as its mark.",
        "Start the text on a new line, two spaces further right than its key.",
    )
    KEY_NOT_TEXT = Message(
        "a key must be text, but this is {found}; put it in quotation marks",
        "A line starts with a bracket, or a value starts with two braces.",
        "Put what starts with the bracket in quotation marks.",
    )
    SECOND_FILE = Message(
        'the line "---" starts a second file within this one; delete the line',
        "Two files were copied into one, or a line of dashes was meant as a rule between records.",
        "Delete the line.",
    )
    TOO_DEEP = Message(
        "this is nested deeper than {number} levels; check the brackets and dashes",
        "Brackets or dashes were repeated by accident.",
        "Delete the brackets and dashes that are too many.",
    )
    NOTHING_TO_REPEAT = Message(
        'there is no "&{name}" before this "*{name}"; put it in quotation marks, or write the value itself',
        "A value starts with *, which repeats a value that & has named before.",
        "Put the whole value in quotation marks, or write the value that was to be repeated.",
    )
    REPEATS_ITSELF = Message(
        'this "*{name}" stands inside the value that it repeats; write the value itself',
        "A value was named with & and is repeated with * before it has ended.",
        "Write the value itself in place of the name with *.",
    )
    REPEATS_TOO_MUCH = Message(
        '"*{name}" repeats more than {number:,} values; write the values themselves',
        "Long lists were named with & and repeated with * again and again.",
        "Write the values themselves in place of the names with *.",
    )
    UNREADABLE = Message(
        "what stands here cannot be read; put the whole value in quotation marks, and indent every line of"
        " it",
        "A mark or a line of dashes within a value has a meaning of its own.",
        "Put the whole value in quotation marks, and start each of its lines further right than the key.",
    )


class Values(Group, title="Keys and values"):
    """What is wrong with a key or a value of a record."""

    UNKNOWN_KEY = Message(
        'unknown key "{key}"; {suggestion}',
        "The key has a slip, or belongs to another kind of record.",
        "Use the key that the message suggests, or delete the line.",
    )
    MISSING_KEY = Message(
        'the key "{key}" is missing; add for example "{example}"',
        "The record lacks a key that every record of its kind has.",
        "Add a line with the key and its value.",
    )
    KEY_TWICE = Message(
        'the key "{key}" is used twice; it stands in line {line} already, so delete one',
        "A line was copied and not changed.",
        "Delete one of the two lines.",
    )
    NOT_A_GROUP = Message(
        '{subject} must be a group of keys, but this is {found}; write for example "{example}"',
        "A text or a list stands where lines with a key and a value belong.",
        "Write a line for each key, with a colon, a space and the value behind it.",
    )
    EMPTY = Message(
        '{subject} is empty; write {accepted}, for example "{example}"',
        "There is nothing behind the key or the dash.",
        "Write the value, or delete the key if the record can do without it.",
    )
    NOT_ONE = Message(
        '{subject} cannot be {found}; write {accepted}, for example "{example}"',
        "A list or lines with keys of their own stand where one value belongs, or text starts with a"
        " bracket.",
        "Write one value behind the key, and put text that starts with a bracket in quotation marks.",
    )
    NOT_A_LIST = Message(
        '"{key}" must be a list; write "{key}: [{entry}]", or start the entry with "- "',
        "The key takes several entries, and one was written as if it could be the only one.",
        "Put square brackets around it, even if it is the only one.",
    )
    NOT_A_LIST_OF_GROUPS = Message(
        '"{key}" must be a list; start a new line below it with "- {first}: ...", and further lines with'
        " {others}",
        "The key takes several entries, each with keys of its own, and a text was written.",
        "Start a new line for each entry with a dash, a space and its first key, and indent its other keys"
        " two spaces more than the dash.",
    )
    GROUP_NOT_LIST = Message(
        '"{key}" must be a list, but this is a group of keys; start each entry with "- "',
        "The dash before an entry was forgotten.",
        "Write a dash and a space before the first key of each entry, and two spaces before the others.",
    )
    EMPTY_LIST = Message(
        '"{key}" is empty; add at least one entry, for example "{key}: {example}"',
        "All entries of a list were deleted, or not yet written.",
        "Add an entry, or delete the key if the record can do without it.",
    )
    UNKNOWN_CHOICE = Message(
        'unknown {choice} "{word}"; {suggestion}',
        "The key takes one of a few words only, and the word is another or has a slip.",
        "Use one of the words that the message gives.",
    )
    NOT_AN_ADDRESS = Message(
        '"{text}" is not a web address; write one that starts with http:// or https:// and has no spaces',
        "The start of the address was left out, or there is a space in it.",
        "Copy the whole address from the address bar of a browser.",
    )
    NOT_A_LANGUAGE = Message(
        '"{text}" is not the code of a language; write for example en, fr or ru',
        "The name of the language was written, or its code in capital letters.",
        "Write the code of two or three small letters.",
    )
    NOT_A_NUMBER = Message(
        '"{text}" is not a whole number; write for example 1',
        "The number was written as a word, or with a point or a comma.",
        "Write digits only.",
    )
    NOT_A_FLAG = Message(
        '"{text}" is neither true nor false; write one of these two',
        "Another word for yes or no was written, or a capital letter.",
        "Write true or false in small letters.",
    )


class Dates(Group, title="Dates"):
    """What is wrong with a date."""

    NOT_A_DATE = Message(
        f'"{{text}}" is not a date; write for example {DATE_EXAMPLES}',
        "The date was written in a form that is not known here.",
        "Write the year first and as much more as the source says, or the month as an English word.",
    )
    MEANT = Message(
        '"{text}" is not written as dates are here; write {date}',
        "The date was written in a form that is not known here, but can be understood.",
        "Write it as the message suggests, if that is what the source says.",
    )
    NOT_A_SPAN = Message(
        '"{text}" is neither a date nor a span; write for example 2007-07, 2007-07-02, 2005/2009 or 2005/..',
        "A slash stands between the parts of one date, or a span has a month in words.",
        "Put hyphens between the parts of a date, and a slash only between two dates in digits.",
    )
    NOT_A_MONTH = Message(
        '"{word}" is not the name of a month; {suggestion}',
        "The name of the month has a slip or is not English, or a season was written.",
        "Write the month in English, or only the year.",
    )
    AMBIGUOUS = Message(
        'ambiguous date "{text}"; write {date} for {words} or {other_date} for {other_words}',
        "Some readers take the first number for the day, others for the month.",
        "Look the date up in the source and write the year first, then the month, then the day.",
    )
    NUMERIC = Message(
        'numeric date "{text}"; write {date} for {words}',
        "A date of three numbers starts with the day or the month.",
        "Write the year first, then the month, then the day.",
    )
    NO_SUCH_DAY = Message(
        'numeric date "{text}"; write for example 2007-07-02',
        "A date of three numbers starts with the day or the month, and there is no such day.",
        "Look the date up in the source and write the year first, then the month, then the day.",
    )
    BAD_YEAR = Message(
        'impossible date "{text}"; years count from 0001',
        "The year is not known, or its digits have a slip.",
        "Write the year with four digits, and leave the date out if the source does not give one.",
    )
    BAD_MONTH = Message(
        'impossible date "{text}"; months go from 01 to 12',
        "Month and day were exchanged, or a digit is wrong.",
        "Look the month up in the source, and write it after the year.",
    )
    BAD_DAY = Message(
        'impossible date "{text}"; the days of {month} {year} go from 1 to {days}',
        "The day has a slip, or 00 stands for a day that is not known.",
        "Look the day up in the source, and leave it out if the source does not give it.",
    )
    BACKWARDS = Message(
        'the span "{text}" ends before it starts; write the earlier date first',
        "The two dates of a span were exchanged, or a year has a slip.",
        "Write the earlier date before the slash and the later one after it.",
    )
    NO_DATE_IN_SPAN = Message(
        'the span "{text}" has no date; write at least one, for example 2005/..',
        "Both ends of a span were left open.",
        "Write the end that the source gives, or leave the date out.",
    )


class Links(Group, title="Links in text"):
    """What is wrong with a link."""

    NOWHERE = Message(
        'the link to "{target}" leads nowhere; link to https://..., mailto:... or a record, for example'
        " visit:ID",
        "The start of a web address was left out, or a page of this site was linked by its address.",
        "Write the whole web address, or the kind of the record, a colon and its id.",
    )
    MISWRITTEN = Message(
        'the link to "{target}" leads nowhere; write {better}',
        "The kind of the record was left out, written in the plural or with a capital letter, or a space"
        " stands behind it.",
        "Write the kind of the record, a colon and its id, as the message suggests.",
    )
    PARTED = Message(
        'a space stands before "({target})", so it is shown as text; delete the space',
        "The words of a link and where it leads have a space between their brackets.",
        "Write the round bracket right behind the square one.",
    )
    NO_TEXT = Message(
        'the link to "{target}" has no text; write it between the square brackets, for example'
        ' "[this]({target})"',
        "The square brackets of a link are empty.",
        "Write between them the words that a reader is to click.",
    )


class Ids(Group, title="Ids"):
    """What is wrong with the id of a record."""

    BAD = Message(
        'bad id "{id}"; use small letters, digits and single hyphens, for example "{example}"',
        "An id makes an address, and has a space, a capital letter or another mark.",
        "Write the id as the message suggests.",
    )
    NO_ADDRESS = Message(
        '"{text}" makes no address; write at least one letter from a to z, or a digit',
        "The address of a term is made from its plain letters and digits, and it has none.",
        "Write the term in Latin letters.",
    )
    TWICE = Message(
        'the id "{id}" is used twice; {record} has it at {place}, so choose another',
        "A record was copied and its id was not changed, or two editors chose the same id.",
        "Change the id of the newer record, for others may link to the older one.",
    )
    AREA_TWICE = Message(
        'the id "{id}" is used twice; {record} has it at {place}, so rename the file',
        "Two files in different folders have the same name.",
        "Rename the newer file, for others may link to the older area.",
    )
    TERM_TWICE = Message(
        'the address "{id}" is used twice; {record} has it at {place}, so merge the two or rename one',
        "A term stands in the glossary twice, or two terms differ only in capital letters or marks.",
        "Merge the two terms into one, or write one of them differently.",
    )
    TAKEN = Message(
        'the id "{id}" is taken by the site itself; choose another',
        "The timeline uses ids such as y2007 for its years.",
        "Choose another id, for example one with a word in it.",
    )
    AREA_TAKEN = Message(
        'the id "{id}" is taken by the site itself; rename the file',
        "The page that lists all areas has this address.",
        "Rename the file after the area that it holds.",
    )


class CrossChecks(Group, title="From one record to another"):
    """What is wrong between records that are well written by themselves."""

    UNKNOWN = Message(
        'unknown {kind} "{id}"; {suggestion}',
        "The id has a slip, or its record was renamed, deleted or not yet written.",
        "Use the id that the message suggests, or write the record first.",
    )
    OTHER_KIND = Message(
        '"{id}" is the id of another kind of record; write {better}',
        "The kind of a record in a link is not that of the record with this id.",
        "Write the kind that the message suggests.",
    )
    ENTRIES_JOINED = Message(
        '"{id}" is read as one entry; start each "- " straight below the one before',
        "The dash of an entry stands further right than that of the entry before it.",
        "Give all entries of the list as many spaces as the first.",
    )
    COMMA_MISSING = Message(
        "a comma is missing; write [{ids}]",
        "Two ids in a list in brackets have only a space between them.",
        "Write a comma between any two ids.",
    )
    NONE_YET = Message(
        'unknown {kind} "{id}"; there is no {kind} yet, so write one with this id, or delete the id here',
        "A record of a kind is named of which there are none.",
        "Write the record first, or delete the id.",
    )
    NO_AS_OF = Message(
        'the key "as_of" is missing, and {source} has no date; add for example "as_of: 2011"',
        "A reader must see when a statement was true, and neither it nor its first source says so.",
        'Add "as_of" with the date of which the source speaks, or a date to the source.',
    )
    UPDATE_TOO_OLD = Message(
        "this update is older than what it updates: {date} is before {earlier}; check both dates, or"
        " exchange the two",
        "An earlier source was added as an update of a later one.",
        "Make the earlier text the statement and the later one its update, or mend the date.",
    )
    NO_DATE = Message(
        'the key "date" is missing; add for example "date: 2007-07-02", or "recurring: true"',
        "The source does not say when the visit was, or the line was forgotten.",
        "Add as much of the date as the source gives, or say that the visit takes place again and again.",
    )
    NOT_RECURRING = Message(
        'a visit that does not recur needs a date; add for example "date: 2007"',
        "The visit has no date, and is said not to take place again and again.",
        "Add as much of the date as the source gives.",
    )
    NOT_NAMED = Message(
        'no record names this source; name it under "sources" of a record, or delete it',
        "The source was added beforehand, or the last record that named it was changed.",
        "Name it where a record rests on it, or delete it.",
    )


GROUPS: tuple[type[Group], ...] = tuple(Group.__subclasses__())
"""All messages, in the order of the guide."""
