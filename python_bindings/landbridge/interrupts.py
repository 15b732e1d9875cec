"""What is said where Ctrl-C left a part of what was asked for."""

from __future__ import annotations

import warnings

__all__ = ["InterruptedWarning"]


class InterruptedWarning(UserWarning):
    """Ctrl-C came before the end: what is given back is of what was complete by then.

    A script that must not go on with a part of its answer makes it an exception, once for all calls:
    ``warnings.simplefilter("error", lb.InterruptedWarning)``.

    >>> import landbridge as lb
    >>> issubclass(lb.InterruptedWarning, UserWarning)
    True
    """


# Each time: a loop of runs is interrupted in the same line.
warnings.simplefilter("always", InterruptedWarning, append=True)


UNTRIED = "what binds was not tried with more of it, or not in all replications"  # of confirm_binding


def warn_if(interrupted: bool, what: str) -> None:
    """To be called by what users call: the warning names their line."""
    if interrupted:
        warnings.warn(f"interrupted: {what}", InterruptedWarning, stacklevel=3)
