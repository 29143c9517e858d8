import { readFileSync } from "node:fs"
import path from "node:path"
import { openMailroom } from "../support/database"

// No entity describes these tables, so TypeORM's diff cannot tell when one of their indexes is lost: the catalogue itself
// is compared with what was decided. After a wanted change: write what the test printed into the file.
const HOT_TABLES = [
  "message",
  "delivery",
  "message_content",
  "message_event",
  "message_fold",
  "click_hand",
  "counter",
  "decision",
  "enrolment",
  "trigger_event",
  "mailing_member",
  "recent_mail",
  "visit",
  "visitor",
  "product_price",
]
const DECIDED = path.join(__dirname, "hot-tables.txt")

describe("the tables without an entity", () => {
  it("have exactly the indexes, checks and storage settings that were decided", async () => {
    const { mailroom, close } = await openMailroom()
    const rows = await mailroom.db.query<{ line: string }>({
      text: `
        SELECT line FROM (
          SELECT c.relname || ' ' || pg_get_indexdef(i.indexrelid) AS line
          FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = 'mailroom' AND c.relname = ANY($1)
          UNION ALL
          SELECT c.relname || ' WITH (' || array_to_string(c.reloptions, ', ') || ')'
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = 'mailroom' AND c.relname = ANY($1) AND c.reloptions IS NOT NULL
          UNION ALL
          SELECT c.relname || ' ' || pg_get_constraintdef(k.oid)
          FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = 'mailroom' AND c.relname = ANY($1) AND k.contype IN ('c', 'f')
          UNION ALL
          SELECT c.relname || ' PARTITION BY ' || pg_get_partkeydef(c.oid)
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = 'mailroom' AND c.relname = ANY($1) AND c.relkind = 'p'
        ) lines ORDER BY line COLLATE "C"`,
      values: [HOT_TABLES],
    })
    await close()

    expect(rows.map(({ line }) => line)).toEqual(readFileSync(DECIDED, "utf8").trimEnd().split("\n"))
  })
})
