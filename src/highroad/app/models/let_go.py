"""What a user lets go: out of sight at once, kept for a while so that it can be put back."""

from typing import ClassVar, Self, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class Kept(models.Manager[Row]):
    """Those that were not let go."""

    def get_queryset(self) -> models.QuerySet[Row]:
        """As if the others were not there."""
        return super().get_queryset().filter(let_go_at=None)


class MayBeLetGo(models.Model):
    """What such rows have; `with_gone` stands first, so that copies, keys and exports leave none behind."""

    let_go_at = models.DateTimeField(null=True)

    with_gone: ClassVar[models.Manager[Self]] = models.Manager()
    objects: ClassVar[Kept[Self]] = Kept()

    class Meta:
        abstract = True
