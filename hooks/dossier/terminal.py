"""The terminal: one line is heard, and a word is chosen among a few."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from .messages import Values
from .reading import UNPRINTABLE
from .wording import one_of, suggest


class Option(NamedTuple):
    """A word that can be chosen."""

    word: str
    meaning: str = ""


def choose(noun: str, options: Sequence[Option]) -> str:
    """Ask for one of a few words, or for its number."""
    words = [option.word for option in options]
    show(options, options)
    while (word := meant(hear(f"{noun}> ", options), options)) not in words:
        if not offer([word or "?"], options):
            print(f"  {unknown(noun, word, words)}")
    return word


def unknown(noun: str, word: str, words: Sequence[str]) -> str:
    """Say that a word is none of those that can be chosen, and which are."""
    return Values.UNKNOWN_CHOICE(choice=noun, word=word, suggestion=suggest(word, words, one_of(words)))


def show(options: Sequence[Option], shown: Sequence[Option]) -> None:
    """List those of the options that are to be shown, with the numbers that they have among all."""
    width = max(len(option.word) for option in options)
    for number, option in enumerate(options, start=1):
        if option in shown:
            print(f"  {number:>2}  {option.word:{width}}  {option.meaning}".rstrip())


def meant(text: str, options: Sequence[Option]) -> str:
    """Return the word of a number, of other capitals, or of its beginning up to a space; or else the text."""
    words = [option.word for option in options]
    forms = {str(number): word for number, word in enumerate(words, start=1)}
    forms |= {word.partition(" ")[0]: word for word in words}
    forms |= {word: word for word in words}  # last, for a whole word comes before all else
    return forms.get(text.casefold(), text)


def offer(texts: Collection[str], options: Sequence[Option]) -> bool:
    """Show the options in which one of the texts is found; tell whether there are any."""
    found = search(texts, options)
    if found:
        print("  Write one of these, or its number:")
        show(options, found)
    return bool(found)


def search(texts: Collection[str], options: Sequence[Option]) -> list[Option]:
    """Find the options that have a text in their word or meaning, whatever its marks; `?` finds all."""
    if "?" in texts:
        return [*options]
    parts = [part for part in map(_plain, texts) if part]
    return [option for option in options if any(part in _plain(" ".join(option)) for part in parts)]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def hear(prompt: str, options: Iterable[Option] = ()) -> str:
    """Hear one line that a file may have, in which the Tab key completes the words of the options.

    Raises:
        EOFError: where there is no more to hear.
    """
    complete(option.word for option in options)
    while UNPRINTABLE.search(text := " ".join(input(prompt).split())):
        print("  this text has a character that cannot be shown; delete it")
    return text


def complete(words: Iterable[str]) -> None:
    """Let the Tab key complete words, in a terminal that can."""
    with suppress(ImportError):  # Windows has no readline
        import readline

        known = sorted(words)
        readline.set_completer_delims(", ")
        readline.set_completer(
            lambda start, n: [*(word for word in known if word.startswith(start)), None][n]
        )
        is_libedit = "libedit" in (readline.__doc__ or "")
        readline.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")


def tell(messages: Iterable[str]) -> None:
    """Say what is wrong with an answer."""
    for message in messages:
        print(f"  {message}")
