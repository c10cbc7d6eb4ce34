"""How far apart two words are spelled."""


def edits(word: str, other: str, *, most: int) -> int:
    """Letters left out, added, changed or swapped with the next; `most` + 1 for anything further apart.

    The optimal string alignment distance: Damerau (1964), no piece changed twice.
    """
    if abs(len(word) - len(other)) > most:
        return most + 1
    above: list[int] = []
    last = list(range(len(other) + 1))
    for at, letter in enumerate(word, start=1):
        row = [at]
        for place, against in enumerate(other, start=1):
            cost = min(last[place] + 1, row[-1] + 1, last[place - 1] + (letter != against))
            if at > 1 and place > 1 and letter == other[place - 2] and word[at - 2] == against:
                cost = min(cost, above[place - 2] + 1)
            row.append(cost)
        above, last = last, row
    return min(last[-1], most + 1)
