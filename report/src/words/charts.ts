// SPDX-License-Identifier: EUPL-1.2
// Words in maps, charts and their legends, and units.
import type { Text } from "../contract.ts";

export const chart_words = {
  unknown: { en: "unknown", nl: "onbekend" },
  from_to: { en: "{low} to {high}", nl: "{low} tot {high}" },
  unit_percent: { en: "%", nl: "%" },
  unit_percentage_points: { en: "percentage points", nl: "procentpunt" },
  unit_fte: { en: "FTE", nl: "fte" },
  unit_heads: { en: "persons", nl: "personen" },
  unit_people: { en: "persons", nl: "personen" },
  unit_positions: { en: "vacancies", nl: "vacatures" },
  unit_points: { en: "points", nl: "punten" },
  unit_weeks: { en: "weeks", nl: "weken" },
  unit_ratio: { en: "", nl: "" },
  unit_none: { en: "", nl: "" },
  unit_shifts: { en: "shifts per week", nl: "diensten per week" },
  unit_persons: { en: "persons per quarter", nl: "personen per kwartaal" },
  unit_access: { en: "FTE per 100,000 people", nl: "fte per 100.000 inwoners" },
  unit_pools: { en: "rotas", nl: "diensten" },
  unit_parties: { en: "parties", nl: "partijen" },
  unit_initiatives: { en: "initiatives", nl: "initiatieven" },
  unit_practices: { en: "practices", nl: "praktijken" },
  unit_step: { en: "step", nl: "stap" },
  unit_patients: { en: "patients", nl: "patiënten" },
  unit_clients: { en: "clients", nl: "cliënten" },
} satisfies Record<string, Text>;
