/** Short names for the types of the HTTP door, which `manage.py contract` makes from `wargame/api`. */
import type { components } from "./api";

type Schemas = components["schemas"];

export type Choice = Schemas["Choice"];
export type ClockChoice = Schemas["ClockChoice"];
export type ScenarioShape = Schemas["ScenarioShape"];
export type BookShape = Schemas["BookShape"];
export type BookChapter = Schemas["BookChapter"];
export type BookEntry = Schemas["BookEntry"];
export type BookRow = Schemas["BookRow"];
export type BookMark = Schemas["BookMark"];
export type BookProvenance = Schemas["ProvenanceShape"];
export type NewExercise = Schemas["NewExercise"];
export type ExerciseLine = Schemas["ExerciseLine"];
export type LobbyShape = Schemas["LobbyShape"];
export type LobbyTeamShape = Schemas["TeamShape"];
export type LobbySeatShape = Schemas["SeatShape"];
export type NewReport = Schemas["NewReport"];
export type ReportShape = Schemas["ReportShape"];
export type LinkShape = Schemas["LinkShape"];
export type NewSimulation = Schemas["NewSimulation"];
export type SimulationLine = Schemas["SimulationLine"];
export type SimulationShape = Schemas["SimulationShape"];
export type ToldShape = Schemas["ToldShape"];
export type MeasureShape = Schemas["MeasureShape"];
export type ScoreShape = Schemas["ScoreShape"];
export type ShareShape = Schemas["ShareShape"];
export type ChosenShape = Schemas["ChosenShape"];
export type HeapShape = Schemas["HeapShape"];
export type SpreadShape = Schemas["SpreadShape"];
