export type { ShownTest, ShownVariant } from "../../../src/modules/mailroom/services/mailing-variants"
