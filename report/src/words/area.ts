// SPDX-License-Identifier: EUPL-1.2
// Words of the story of one area.
import type { Text } from "../contract.ts";

export const area_words = {
  view_area: { en: "Area", nl: "Gebied" },
  area_title: { en: "{area}: the story behind the figures", nl: "{area}: het verhaal achter de cijfers" },
  area_choose: {
    en: "Choose an area above to see what happens inside it. Until then the whole country is shown.",
    nl: "Kies hierboven een gebied om te zien wat er binnen dat gebied gebeurt. Tot die tijd staat hier het hele land.",
  },
  area_of_region: {
    en: "The subregion lies in {region}; what follows below is known for the whole region only.",
    nl: "De subregio ligt in {region}; wat hieronder volgt is alleen voor de hele regio bekend.",
  },
  area_no_inside: {
    en: "Causes, inventory and initiatives of an area are told by runs, not by comparisons: make the report with folders of mgz run as well.",
    nl: "Oorzaken, inventarisatie en initiatieven van een gebied staan in doorrekeningen, niet in vergelijkingen: maak het rapport ook met mappen van mgz run.",
  },
  series_title: { en: "{what} in {area}, {from} to {to}", nl: "{what}, {area}, {from} tot {to}" },
  series_title_effect: {
    en: "Effect on {what} in {area}, {from} to {to}", nl: "Effect op {what}, {area}, {from} tot {to}",
  },
  series_note: {
    en: "Line: the middle of the runs. Band: 5% to 95% of them. The thin line marks {year}.",
    nl: "Lijn: het midden van de doorrekeningen. Band: 5% tot 95% daarvan. De dunne streep staat bij {year}.",
  },
  series_note_effect: {
    en: "Above 0 is better than in {reference}. Band: 5% to 95% of the runs; while it covers 0, the sign is not clear.",
    nl: "Boven 0 is beter dan in {reference}. Band: 5% tot 95% van de doorrekeningen; zolang die 0 bedekt, is de richting niet duidelijk.",
  },
  figures_as_table: { en: "The figures as a table", nl: "De cijfers als tabel" },
  middle: { en: "middle", nl: "midden" },
  account_title: {
    en: "Where FTE of {profession} came from and went to, {area}, {from} to {to}",
    nl: "Waar fte {profession} vandaan kwam en heen ging, {area}, {from} tot {to}",
  },
  account_note: {
    en: "FTE gained (right) or lost (left) over these years by cause, mean of the runs. Together: {total}.",
    nl: "Gewonnen (rechts) of verloren (links) fte in deze jaren naar oorzaak, gemiddelde van de doorrekeningen. Samen: {total}.",
  },
  account_total: { en: "{value} FTE in {scenario}", nl: "{value} fte in {scenario}" },
  account_from: { en: "Counting from the end of", nl: "Gerekend vanaf eind" },
  cause: { en: "Cause", nl: "Oorzaak" },
  inventory_title: {
    en: "The inventory as {area} would fill it in, end of {year}",
    nl: "De inventarisatie zoals {area} die zou invullen, eind {year}",
  },
  inventory_note: {
    en: "Step 1 is where most must be done, or where least is done about it. Simulated answers to the questions of 2023.",
    nl: "Stap 1 is waar het meeste moet gebeuren, of waar het minste aan wordt gedaan. Gesimuleerde antwoorden op de vragen van 2023.",
  },
  question: { en: "Question", nl: "Vraag" },
  step_of: { en: "step {step} of {steps}", nl: "stap {step} van {steps}" },
  mentioned_title: { en: "Bottlenecks that would be mentioned", nl: "Knelpunten die zouden worden genoemd" },
  bottleneck: { en: "Bottleneck", nl: "Knelpunt" },
  mentioned_yes: { en: "mentioned", nl: "genoemd" },
  mentioned_no: { en: "not mentioned", nl: "niet genoemd" },
  initiatives_title: { en: "Joint initiatives in {area} by phase", nl: "Gezamenlijke initiatieven in {area} naar fase" },
  initiatives_note: {
    en: "Number at the end of each year, mean of the runs.",
    nl: "Aantal aan het eind van elk jaar, gemiddelde van de doorrekeningen.",
  },
  phase_exploring: { en: "being explored", nl: "in verkenning" },
  phase_preparing: { en: "in preparation", nl: "in voorbereiding" },
  phase_force: { en: "in force", nl: "in uitvoering" },
  account_alt: {
    en: "Bar chart of FTE by cause: {bars}.", nl: "Staafdiagram van fte naar oorzaak: {bars}.",
  },
  initiatives_alt: {
    en: "Stacked bars of initiatives by phase, {scenario}. In {year}: {phases}.",
    nl: "Gestapelde staven van initiatieven naar fase, {scenario}. In {year}: {phases}.",
  },
} satisfies Record<string, Text>;
