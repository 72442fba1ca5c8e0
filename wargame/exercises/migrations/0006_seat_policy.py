from typing import Any

from django.db import migrations, models


def name_what_they_did(apps: Any, schema_editor: Any) -> None:
    """Bots that sit already drew lots for everything."""
    apps.get_model("exercises", "Seat").objects.filter(state="bot").update(policy="noise")


class Migration(migrations.Migration):
    dependencies = [
        ("exercises", "0005_wall_and_observers"),
    ]

    operations = [
        migrations.AddField(
            model_name="seat",
            name="policy",
            field=models.CharField(
                blank=True,
                choices=[
                    ("cautious", "cautious"),
                    ("ambitious", "ambitious"),
                    ("opportunist", "opportunist"),
                    ("noise", "noise"),
                ],
                max_length=11,
            ),
        ),
        migrations.RunPython(name_what_they_did, migrations.RunPython.noop),
    ]
