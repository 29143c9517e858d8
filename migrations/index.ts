import { Foundation1760000000000 } from "./1760000000000-foundation"
import { Contacts1760000000100 } from "./1760000000100-contacts"
import { Shop1760000000200 } from "./1760000000200-shop"
import { Content1760000000300 } from "./1760000000300-content"
import { Messages1760000000400 } from "./1760000000400-messages"
import { Automations1760000000500 } from "./1760000000500-automations"
import { TrackingHold1760000000600 } from "./1760000000600-tracking-hold"
import { ContactsProfile1760000000700 } from "./1760000000700-contacts-profile"
import { Consent1760000000800 } from "./1760000000800-consent"
import { Imports1760000000900 } from "./1760000000900-imports"
import { Templates1760000001000 } from "./1760000001000-templates"
import { Segments1760000001100 } from "./1760000001100-segments"
import { FastImports1760000001200 } from "./1760000001200-fast-imports"
import { LiveShop1760000001500 } from "./1760000001500-live-shop"
import { MailingReports1760000001600 } from "./1760000001600-mailing-reports"
import { Settle1760000001700 } from "./1760000001700-settle"
import { Composer1760000001800 } from "./1760000001800-composer"
import { Preflight1760000001900 } from "./1760000001900-preflight"
import { SpamHold1760000001910 } from "./1760000001910-spam-hold"
import { Schedule1760000002000 } from "./1760000002000-schedule"
import { Variants1760000002100 } from "./1760000002100-variants"
import { ReportFigures1760000002110 } from "./1760000002110-report-figures"
import { ClickHands1760000002300 } from "./1760000002300-click-hands"
import { AutomationGraphs1760000002400 } from "./1760000002400-automation-graphs"
import { Triggers1760000002500 } from "./1760000002500-triggers"
import { Actions1760000002600 } from "./1760000002600-actions"
import { Planning1760000002800 } from "./1760000002800-planning"
import { ActionState1760000002610 } from "./1760000002610-action-state"
import { Notices1760000002620 } from "./1760000002620-notices"
import { Polls1760000002900 } from "./1760000002900-polls"
import { Channels1760000003000 } from "./1760000003000-channels"
import { TestLookedAt1760000003400 } from "./1760000003400-test-looked-at"
import { MoreSegments1760000003500 } from "./1760000003500-more-segments"
import { Tasks1760000003100 } from "./1760000003100-tasks"
import { Replays1760000003300 } from "./1760000003300-replays"

/** In order. A new migration is a new file and one more line here; a released one is never changed. */
export const migrations = [
  Foundation1760000000000,
  Contacts1760000000100,
  Shop1760000000200,
  Content1760000000300,
  Messages1760000000400,
  Automations1760000000500,
  TrackingHold1760000000600,
  ContactsProfile1760000000700,
  Consent1760000000800,
  Imports1760000000900,
  Templates1760000001000,
  Segments1760000001100,
  FastImports1760000001200,
  LiveShop1760000001500,
  MailingReports1760000001600,
  Settle1760000001700,
  Composer1760000001800,
  Preflight1760000001900,
  SpamHold1760000001910,
  Schedule1760000002000,
  Variants1760000002100,
  ReportFigures1760000002110,
  ClickHands1760000002300,
  AutomationGraphs1760000002400,
  Triggers1760000002500,
  Actions1760000002600,
  ActionState1760000002610,
  Notices1760000002620,
  Planning1760000002800,
  Polls1760000002900,
  Channels1760000003000,
  Tasks1760000003100,
  Replays1760000003300,
  TestLookedAt1760000003400,
  MoreSegments1760000003500,
]
