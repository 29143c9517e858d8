import { Setting } from "./setting"

/** Entities are for what people edit; the hot tables have none (TypeORM's diff would drop their partial indexes). */
export const entities = [Setting]
