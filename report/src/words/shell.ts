// SPDX-License-Identifier: EUPL-1.2
// Words of the frame of the page: header, bar of choices, footer.
import type { Text } from "../contract.ts";

export const shell_words = {
  skip: { en: "Skip to the figures", nl: "Direct naar de cijfers" },
  simulated: { en: "Simulated, not observed", nl: "Gesimuleerd, niet waargenomen" },
  language: { en: "Language", nl: "Taal" },
  views: { en: "Views", nl: "Onderdelen" },
  choices: { en: "What is shown", nl: "Wat wordt getoond" },
  scenarios: { en: "Scenarios", nl: "Scenario’s" },
  reference: { en: "reference", nl: "referentie" },
  indicator: { en: "Figure", nl: "Cijfer" },
  profession: { en: "Profession", nl: "Beroep" },
  level: { en: "Areas", nl: "Gebieden" },
  level_country: { en: "Netherlands", nl: "Nederland" },
  level_region: { en: "Regions", nl: "Regio’s" },
  level_subregion: { en: "Subregions", nl: "Subregio’s" },
  area: { en: "Area", nl: "Gebied" },
  area_none: { en: "Whole country", nl: "Hele land" },
  mode: { en: "Show", nl: "Toon" },
  mode_level: { en: "Situation", nl: "Situatie" },
  mode_difference: { en: "Change against {reference}", nl: "Verschil met {reference}" },
  year: { en: "Year", nl: "Jaar" },
  play: { en: "Play the years", nl: "Jaren afspelen" },
  pause: { en: "Pause", nl: "Pauze" },
  view_map: { en: "Map", nl: "Kaart" },
  made_by: { en: "Made by {program}.", nl: "Gemaakt met {program}." },
  broken: {
    en: "The data in this page cannot be read: {reason}",
    nl: "De gegevens in deze pagina zijn niet te lezen: {reason}",
  },
} satisfies Record<string, Text>;
