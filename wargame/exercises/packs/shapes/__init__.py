"""The shape of each YAML file of a pack: one module a file, every key described."""

from dataclasses import dataclass

from wargame.exercises.packs.shapes.agreements import AgreementsFile
from wargame.exercises.packs.shapes.common import Shape
from wargame.exercises.packs.shapes.features import FeaturesFile
from wargame.exercises.packs.shapes.injects import InjectsFile
from wargame.exercises.packs.shapes.map import MapFile
from wargame.exercises.packs.shapes.orders import OrdersFile
from wargame.exercises.packs.shapes.plans import PlansFile
from wargame.exercises.packs.shapes.rules import RulesFile
from wargame.exercises.packs.shapes.scenario import ScenarioFile
from wargame.exercises.packs.shapes.state import StateFile

SHAPES: dict[str, type[Shape]] = {
    "scenario.yaml": ScenarioFile,
    "state.yaml": StateFile,
    "orders.yaml": OrdersFile,
    "rules.yaml": RulesFile,
    "injects.yaml": InjectsFile,
    "agreements.yaml": AgreementsFile,
    "plans.yaml": PlansFile,
    "map.yaml": MapFile,
}
"""The YAML files."""
FEATURES = {"map.geojson": FeaturesFile}


@dataclass(frozen=True)
class PackShape:
    """All files of a pack; those that are left out are empty."""

    scenario: ScenarioFile
    state: StateFile = StateFile(variables={})
    orders: OrdersFile = OrdersFile(orders={})
    rules: RulesFile = RulesFile(rules={})
    injects: InjectsFile = InjectsFile(injects={})
    agreements: AgreementsFile = AgreementsFile(agreements={})
    plans: PlansFile = PlansFile(plans={})
    map: MapFile | None = None
    features: FeaturesFile = FeaturesFile(type="FeatureCollection", features=[])


def part_of(name: str) -> tuple[str, type[Shape]]:
    """The part of a `PackShape` that a file makes, and its shape."""
    return ("features", FEATURES[name]) if name in FEATURES else (name.removesuffix(".yaml"), SHAPES[name])
