// SPDX-License-Identifier: EUPL-1.2
// Words of the views on ranking, distance, duty and waiting, costs, moves and what decides.
import type { Text } from "../contract.ts";

export const view_words = {
} satisfies Record<string, Text>;
