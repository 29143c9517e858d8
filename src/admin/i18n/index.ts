import { de } from "../../../admin/texts/de"
import { en } from "../../../admin/texts/en"

/** Read by Medusa's dashboard: language → namespace → texts. Other languages fall back to English. */
export default {
  en: { mailroom: en },
  enGB: { mailroom: en },
  de: { mailroom: de },
}
