// SPDX-License-Identifier: EUPL-1.2
// Words of the views on ranking, distance, duty and waiting, costs, moves and what decides.
import type { Text } from "../contract.ts";

export const view_words = {
  // Of several views.
  table_caption: { en: "These figures as a table", nl: "Deze cijfers als tabel" },
  table_caption_of: { en: "These figures as a table: {of}", nl: "Deze cijfers als tabel: {of}" },
  table_caption_map: { en: "This map as a table", nl: "Deze kaart als tabel" },
  nothing_known: {
    en: "The report holds no figures for this choice.", nl: "Het rapport bevat geen cijfers bij deze keuze.",
  },
  scenario: { en: "Scenario", nl: "Scenario" },
  rank: { en: "Rank", nl: "Plaats" },
  total: { en: "Total", nl: "Totaal" },
  yes: { en: "yes", nl: "ja" },
  no: { en: "no", nl: "nee" },
  figure_mean: { en: "mean", nl: "gemiddelde" },
  effect_median: { en: "change, median", nl: "verandering, mediaan" },
  certainty: { en: "certainty", nl: "zekerheid" },
  surely_better: { en: "better", nl: "beter" },
  surely_worse: { en: "worse", nl: "slechter" },
  not_certain: { en: "not clear", nl: "niet duidelijk" },
  interval_box: { en: "in nine of ten runs {low} to {high}", nl: "in negen van de tien keer {low} tot {high}" },
  interval_95_box: { en: "95% interval {low} to {high}", nl: "95%-interval {low} tot {high}" },

  // Findings.
  view_findings: { en: "Findings", nl: "Bevindingen" },
  findings_english: {
    en: "The program writes this text in English.",
    nl: "Deze tekst schrijft het programma alleen in het Engels. De andere onderdelen van dit rapport zijn Nederlands.",
  },

  // Ranking.
  view_ranking: { en: "Ranking", nl: "Rangorde" },
  rank_order: { en: "Order", nl: "Volgorde" },
  rank_by_figure: { en: "by figure", nl: "naar cijfer" },
  rank_by_scenario: { en: "by figure: {scenario}", nl: "naar cijfer: {scenario}" },
  rank_by_name: { en: "by name", nl: "naar naam" },
  rank_title: { en: "{what} in {year}", nl: "{what} in {year}" },
  rank_title_ends: {
    en: "{what} in {year}: from {least} in {low} to {most} in {high}",
    nl: "{what} in {year}: van {least} in {low} tot {most} in {high}",
  },
  rank_title_effect: {
    en: "{what} in {year}: change against {reference}", nl: "{what} in {year}: verandering ten opzichte van {reference}",
  },
  rank_note: {
    en: "Mark: mean of all runs. Bar: nine in ten runs end between its ends. Where bars overlap, the order may be luck.",
    nl: "Teken: gemiddelde van alle doorrekeningen. Streep: daartussen eindigen negen van de tien. Waar strepen overlappen, kan de volgorde toeval zijn.",
  },
  rank_note_effect: {
    en: "Right of zero is better than in the reference, whatever the figure. Filled mark: the whole bar lies on one side of zero. Open mark: the direction is not clear.",
    nl: "Rechts van nul is beter dan in de referentie, om welk cijfer het ook gaat. Gevuld teken: de hele streep ligt aan één kant van nul. Open teken: de richting is niet duidelijk.",
  },
  rank_gains: {
    en: "better in {better} of {all} areas, worse in {worse}, not clear in {unsure}.",
    nl: "beter in {better} van de {all} gebieden, slechter in {worse}, niet duidelijk in {unsure}.",
  },
  rank_no_certainty: {
    en: "a difference between two separate runs. How certain it is, only mgz compare can tell.",
    nl: "een verschil tussen twee losse runs. Hoe zeker het is, kan alleen mgz compare zeggen.",
  },

  // Distance.
  view_distance: { en: "Distance", nl: "Afstand" },
  distance_axis: { en: "Kilometres to the nearest institute", nl: "Kilometers tot het dichtstbijzijnde opleidingsinstituut" },
  distance_shortage: { en: "Shortage", nl: "Tekort" },
  distance_title: {
    en: "{profession} in {year}: distance to training and shortage ({scenario})",
    nl: "{profession} in {year}: afstand tot de opleiding en tekort ({scenario})",
  },
  distance_label: {
    en: "Each mark is a region: kilometres to the nearest training institute against shortage. Rank correlation {rho}, {n} regions.",
    nl: "Elk punt is een regio: kilometers tot het dichtstbijzijnde opleidingsinstituut tegen het tekort. Rangcorrelatie {rho}, {n} regio’s.",
  },
  distance_note: {
    en: "A mark for each region. Kilometres as travelled, weighted by need, to the nearest institute that trains the profession and is open; branches do not count. Dashed: straight line through all regions. Named are regions far from that line or far from training.",
    nl: "Elk punt is een regio. Kilometers over de weg, gewogen naar zorgbehoefte, tot het dichtstbijzijnde instituut dat dan voor het beroep opleidt; dependances tellen niet mee. Gestippeld: de rechte lijn door alle regio’s. Namen staan bij regio’s die ver van die lijn of ver van de opleiding liggen.",
  },
  distance_box: { en: "{km} km to training", nl: "{km} km tot de opleiding" },
  shortage_box: { en: "shortage {shortage}", nl: "tekort {shortage}" },
  centre_box: { en: "nearest institute: {centre}", nl: "dichtstbijzijnde instituut: {centre}" },
  nearest_centre: { en: "Nearest institute, as the crow flies", nl: "Dichtstbijzijnde instituut, hemelsbreed" },
  rho_lead: {
    en: "{words} (Spearman’s rank correlation {rho}, {n} regions).", nl: "{words} (rangcorrelatie van Spearman {rho}, {n} regio’s).",
  },
  rho_none: {
    en: "Distance to training and shortage hardly go together", nl: "Afstand tot de opleiding en tekort hangen nauwelijks samen",
  },
  rho_weak: {
    en: "Regions farther from training have {direction} shortage, but the link is weak",
    nl: "Regio’s verder van de opleiding hebben {direction} tekort, maar het verband is zwak",
  },
  rho_moderate: {
    en: "Regions farther from training have {direction} shortage, though not everywhere",
    nl: "Regio’s verder van de opleiding hebben {direction} tekort, al geldt dat niet overal",
  },
  rho_strong: {
    en: "The farther a region is from training, the {direction} shortage it has",
    nl: "Hoe verder een regio van de opleiding ligt, hoe {direction} tekort er is",
  },
  rho_more: { en: "more", nl: "meer" },
  rho_less: { en: "less", nl: "minder" },
  rho_caption: {
    en: "Rank correlation of distance and shortage over regions, {year}",
    nl: "Rangcorrelatie van afstand en tekort over de regio’s, {year}",
  },

  // Nights, waiting, overflow.
  view_inside: { en: "Nights and waiting", nl: "ANW en wachten" },
  inside_show: { en: "Show", nl: "Toon" },
  inside_all: { en: "All regions", nl: "Alle regio’s" },
  inside_lead: {
    en: "{area}: evening, night and weekend duty, waiting lists, placements elsewhere and care in small homes. Line: mean of all runs; band: nine in ten runs.",
    nl: "{area}: diensten in avond, nacht en weekend, wachtlijsten, plaatsingen elders en zorg in kleine woonvormen. Lijn: gemiddelde van alle doorrekeningen; band: negen van de tien.",
  },
  inside_lead_all: {
    en: "{scenario}: a grey line for each region, dark for the country, orange for the chosen region. Choose an area in the bar, or click a line.",
    nl: "{scenario}: een grijze lijn voor elke regio, donker voor het land, oranje voor de gekozen regio. Kies een gebied in de balk, of klik op een lijn.",
  },
  inside_zero: { en: "Nothing in any year: {names}.", nl: "In alle jaren nul: {names}." },
  inside_label: { en: "{what} In {year}: {figure}.", nl: "{what} In {year}: {figure}." },

  // Money.
  view_money: { en: "Costs", nl: "Kosten" },
  money_split: { en: "Split", nl: "Verdeeld" },
  money_by_item: { en: "by what it is spent on", nl: "naar waar het aan wordt besteed" },
  money_by_payer: { en: "by who pays", nl: "naar wie betaalt" },
  money_other: { en: "other", nl: "overig" },
  money_axis: { en: "million euros a year", nl: "miljoen euro per jaar" },
  money_title: {
    en: "{scenario}: {sum} million euros spent beside ordinary salaries in {year} ({area})",
    nl: "{scenario}: {sum} miljoen euro uitgegeven naast gewone salarissen in {year} ({area})",
  },
  money_note: {
    en: "Means of all runs. Ordinary salaries are not in it. Items nobody spends on are left out.",
    nl: "Gemiddelden van alle doorrekeningen. Gewone salarissen zitten er niet in. Posten waaraan niemand uitgeeft, staan er niet bij.",
  },
  money_by_year: { en: "By year, million euros", nl: "Per jaar, in miljoen euro" },
  money_of_year: { en: "All items in {year}, million euros", nl: "Alle posten in {year}, in miljoen euro" },
  money_item: { en: "Spent on", nl: "Besteed aan" },
  money_payer: { en: "Paid by", nl: "Betaald door" },
  money_none: {
    en: "{scenario}: in {area} nothing is spent beside ordinary salaries.",
    nl: "{scenario}: in {area} wordt naast gewone salarissen niets uitgegeven.",
  },
  money_no_extra: {
    en: "In {area} no scenario spends more or less than the reference.",
    nl: "In {area} geeft geen scenario meer of minder uit dan de referentie.",
  },
  money_extra_lead: {
    en: "{area}: what is spent more, or less, than under {reference}, by who pays; million euros a year, beside ordinary salaries.",
    nl: "{area}: wat er meer of minder wordt uitgegeven dan bij {reference}, naar wie betaalt; miljoen euro per jaar, naast gewone salarissen.",
  },
  money_unit: { en: "million euros", nl: "miljoen euro" },
  money_more: { en: "more", nl: "meer" },
  money_less: { en: "less", nl: "minder" },
  money_extra_table: {
    en: "Extra million euros in {year}, {area}", nl: "Extra miljoen euro in {year}, {area}",
  },
  money_extra_note: {
    en: "Line: median of the runs; band: nine in ten runs. Above zero more is spent than under the reference. Medians of payers do not add up to the median of their sum.",
    nl: "Lijn: mediaan van de doorrekeningen; band: negen van de tien. Boven nul wordt meer uitgegeven dan in de referentie. Medianen van betalers tellen niet op tot de mediaan van hun som.",
  },

  // Moves.
  view_moves: { en: "Moves", nl: "Verschuivingen" },
  moves_nowhere: { en: "not at work", nl: "niet aan het werk" },
  moves_axis_net: { en: "FTE more or less than in the reference", nl: "fte meer of minder dan in de referentie" },
  moves_lead: {
    en: "{profession} in {year}: under {scenario} {heads} of them ({fte} FTE) work in another region than under {reference}. Most change places with each other: together regions gain {net} FTE by it.",
    nl: "{profession} in {year}: bij {scenario} werken {heads} van hen ({fte} fte) in een andere regio dan bij {reference}. De meesten ruilen van plaats: per saldo winnen regio’s daarmee samen {net} fte.",
  },
  moves_none: {
    en: "Under {scenario} everybody works where they do under {reference} ({profession}, {year}).",
    nl: "Bij {scenario} werkt iedereen waar hij bij {reference} ook werkt ({profession}, {year}).",
  },
  moves_net_title: {
    en: "{profession} in {year}: what regions gain and lose under {scenario}",
    nl: "{profession} in {year}: wat regio’s winnen en verliezen bij {scenario}",
  },
  moves_note: {
    en: "Means of all runs. The same persons under the same luck: who works somewhere else, or only in one of the two.",
    nl: "Gemiddelden van alle doorrekeningen. Dezelfde personen met hetzelfde toeval: wie werkt elders, of alleen in een van beide.",
  },
  moves_flows: { en: "The largest shifts between regions, exchanges left out", nl: "De grootste verschuivingen tussen regio’s, zonder wie van plaats ruilt" },
  moves_flows_of: {
    en: "The largest shifts from and to {area}, exchanges left out", nl: "De grootste verschuivingen van en naar {area}, zonder wie van plaats ruilt",
  },
  moves_flows_note: {
    en: "From the region of the reference to that of the scenario, less what goes the other way. A shift need not be a move of house: the same person settles elsewhere from the start.",
    nl: "Van de regio in de referentie naar die in het scenario, min wat de andere kant op gaat. Niemand hoeft te verhuizen: dezelfde persoon vestigt zich van begin af aan elders.",
  },
  moves_from_to: { en: "{from} → {to}", nl: "{from} → {to}" },
  moves_heads: { en: "{heads} persons", nl: "{heads} personen" },
  moves_table: { en: "All moves as a table", nl: "Alle verschuivingen als tabel" },
  moves_from: { en: "In the reference at work in", nl: "Werkt in de referentie in" },
  moves_to: { en: "In the scenario at work in", nl: "Werkt in het scenario in" },
  moves_heads_column: { en: "persons", nl: "personen" },
  moves_other_employer: { en: "of them with another employer", nl: "van wie bij een andere werkgever" },

  // What decides.
  view_sensitivity: { en: "What decides", nl: "Wat het bepaalt" },
  excess_shortage: { en: "Shortage less that of the country", nl: "Tekort min dat van het land" },
  sens_study: { en: "Study", nl: "Studie" },
  sens_outcome: { en: "Outcome", nl: "Uitkomst" },
  sens_map_of: { en: "Map", nl: "Kaart" },
  sens_strongest: { en: "Strongest factor", nl: "Sterkste factor" },
  sens_factor: { en: "Factor", nl: "Factor" },
  sens_second: { en: "Second", nl: "Tweede" },
  sens_ahead: { en: "Clearly ahead", nl: "Duidelijk voorop" },
  sens_other: { en: "another factor", nl: "een andere factor" },
  sens_total: { en: "Total index", nl: "Totale index" },
  sens_first: { en: "First index", nl: "Eerste index" },
  sens_mu_star: { en: "Mean size of the effect (mu*)", nl: "Gemiddelde grootte van het effect (mu*)" },
  sens_sigma: { en: "Sigma", nl: "Sigma" },
  sens_rank: { en: "Rank correlation", nl: "Rangcorrelatie" },
  sens_title: { en: "What decides, {area}: {outcome}", nl: "Wat het bepaalt, {area}: {outcome}" },
  sens_lead: {
    en: "{area}: “{first}” matters most, clearly more than “{second}”.",
    nl: "{area}: “{first}” doet er het meest toe, duidelijk meer dan “{second}”.",
  },
  sens_lead_unclear: {
    en: "{area}: “{first}” comes out first, but this many runs do not tell it from “{second}”.",
    nl: "{area}: “{first}” staat bovenaan, maar is met dit aantal doorrekeningen niet te onderscheiden van “{second}”.",
  },
  sens_note_total: {
    en: "Bar: share of the differences between futures that remains when all other factors are known (total index), with its 95% interval.",
    nl: "Balk: het deel van de verschillen tussen toekomsten dat overblijft als alle andere factoren bekend zijn (totale index), met het 95%-interval.",
  },
  sens_note_first: {
    en: "Diamond: the share that this factor explains by itself (first index).",
    nl: "Ruit: het deel dat deze factor alleen verklaart (eerste index).",
  },
  sens_note_mu: {
    en: "Bar: how far the outcome moves, on average, when the factor goes through its whole range (mu*), with its 95% interval.",
    nl: "Balk: hoe ver de uitkomst gemiddeld verschuift als de factor zijn hele bereik doorloopt (mu*), met het 95%-interval.",
  },
  sens_note_sigma: {
    en: "Diamond: how much that differs with where the other factors are (sigma).",
    nl: "Ruit: hoeveel dat verschilt naar waar de andere factoren staan (sigma).",
  },
  sens_note_rank: {
    en: "Bar: Spearman’s rank correlation of factor and outcome over the futures.",
    nl: "Balk: rangcorrelatie van Spearman van factor en uitkomst over de toekomsten.",
  },
  sens_map_title: { en: "Strongest factor, region by region: {outcome}", nl: "Sterkste factor per regio: {outcome}" },
  sens_map_title_factor: {
    en: "How much “{factor}” matters, region by region: {outcome}", nl: "Hoeveel “{factor}” ertoe doet, per regio: {outcome}",
  },
  sens_map_note: {
    en: "Hatched: the strongest factor is not clearly ahead of the second; their intervals overlap.",
    nl: "Gearceerd: de sterkste factor ligt niet duidelijk voor op de tweede; hun intervallen overlappen.",
  },
  sens_unclear: { en: "not clearly ahead of the second", nl: "niet duidelijk voor op de tweede" },
  sens_ranges: {
    en: "None of this is a forecast: it follows from the ranges that the study gives its factors. A wider range makes a factor matter more.",
    nl: "Dit is geen voorspelling: het volgt uit de bereiken die de studie aan haar factoren geeft. Een breder bereik maakt een factor belangrijker.",
  },
} satisfies Record<string, Text>;
