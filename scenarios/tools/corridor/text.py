"""Protobuf text format: messages as ordered fields, numbers written the same way every time."""


class Enum(str):
    """An enum value, written without quotes."""


class Message:
    """Fields in the order given; None and empty lists are left out, lists are repeated fields."""

    def __init__(self, **fields):
        self.fields = fields

    def text(self, indent=0):
        pad = "  " * indent
        lines = []
        for name, value in self.fields.items():
            for item in value if isinstance(value, (list, tuple)) else [value]:
                if item is None:
                    continue
                if isinstance(item, Message):
                    lines += [f"{pad}{name} {{", *item.text(indent + 1), f"{pad}}}"]
                else:
                    lines.append(f"{pad}{name}: {scalar(item)}")
        return lines


def scalar(value):
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value) if isinstance(value, int) else f"{value:.10g}"


def seconds(value):
    return Message(seconds=int(round(value)))


def minutes(value):
    return seconds(60 * value)


def hours(value):
    return seconds(3600 * value)


def days(value):
    return seconds(86400 * value)


def triangular(unit, low, mode, high):
    return Message(unit=Enum(unit), triangular=Message(low=low, mode=mode, high=high))


def constant(unit, value):
    return Message(unit=Enum(unit), constant=value)


def write(path, comment, message, tool="make_corridor.py"):
    path.parent.mkdir(parents=True, exist_ok=True)
    head = ["# proto-file: landbridge/v1/scenario.proto", "# proto-message: landbridge.v1.Scenario"]
    head += [f"# Written by scenarios/tools/{tool}; change that, not this.", "# " + comment]
    path.write_text("\n".join([*head, *message.text()]) + "\n", encoding="utf-8")
