import { ContactFieldEntity } from "./contact-field"
import { SenderEntity } from "./sender"
import { Setting } from "./setting"
import { UserRightEntity } from "./user-right"
import { Topic } from "./topic"

/** Entities are for what people edit; the hot tables have none (TypeORM's diff would drop their partial indexes). */
export const entities = [Setting, SenderEntity, UserRightEntity, Topic, ContactFieldEntity]
