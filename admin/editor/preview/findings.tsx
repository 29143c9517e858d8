import { CheckCircleSolid, ExclamationCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { findBlock } from "../../../src/core/templates/block-tree"
import type { Asked, ContentFinding, MailContent } from "../../parts/api/content"
import { Section } from "../../parts/section"
import { LoadingRows, WhenRead } from "../../parts/states"
import { TEXT_NAMESPACE, useText } from "../../parts/use-text"
import { useMailEditor } from "../editor-context"
import { languageName } from "../language-name"
import { useLint } from "./use-asked"

/** What a reader, a spam filter or the law would stumble over; each line leads to its block. */
export function Findings({ asked, content }: { asked: Omit<Asked, "content">; content: MailContent }) {
  const text = useText()
  const lint = useLint(asked, content)
  const count = lint.data?.findings.length ?? 0
  return (
    <Section title={text("editor.findings.title")} hint={count > 0 ? text("editor.findings.hint") : undefined}>
      <WhenRead read={lint} loading={<LoadingRows rows={2} />}>
        {({ findings }) =>
          findings.length === 0 ? (
            <div className="flex items-center gap-x-3 px-6 py-4">
              <CheckCircleSolid className="text-ui-tag-green-icon" />
              <Text size="small">{text("editor.findings.none")}</Text>
            </div>
          ) : (
            <ul className="max-h-80 divide-y overflow-y-auto">
              {findings.map((finding, index) => (
                <FindingLine
                  key={`${finding.key}/${finding.block ?? ""}/${index}`}
                  finding={finding}
                  content={content}
                />
              ))}
            </ul>
          )
        }
      </WhenRead>
    </Section>
  )
}

function FindingLine({ finding, content }: { finding: ContentFinding; content: MailContent }) {
  const text = useText()
  const sentence = useSentence(finding)
  const { select, setLocale } = useMailEditor()
  const blocks = content.document.kind === "blocks" ? content.document.blocks : []
  const block = finding.block ? findBlock(blocks, finding.block) : null
  const line = (
    <>
      <span className="mt-0.5 shrink-0">
        {finding.severity === "error" ? (
          <XCircleSolid className="text-ui-tag-red-icon" />
        ) : (
          <ExclamationCircleSolid className="text-ui-tag-orange-icon" />
        )}
      </span>
      <span className="flex min-w-0 flex-col">
        <span className="txt-small text-ui-fg-base break-words">{sentence}</span>
        {(block || finding.locale) && (
          <span className="txt-compact-xsmall text-ui-fg-muted">
            {[block && text(`editor.block.${block.type}`), finding.locale && languageName(finding.locale)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        )}
      </span>
    </>
  )
  if (!block)
    return (
      <li className="flex items-start gap-x-3 px-6 py-3" data-finding={finding.key}>
        {line}
      </li>
    )
  return (
    <li data-finding={finding.key}>
      <button
        type="button"
        className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover flex w-full items-start gap-x-3 px-6 py-3 text-left outline-none"
        onClick={() => {
          if (finding.locale && content.document.translations[finding.locale]) setLocale(finding.locale)
          select(block.id)
        }}
      >
        {line}
      </button>
    </li>
  )
}

/** In the admin's language; a finding that this version of the screens does not know yet is shown by its name. */
function useSentence({ key, values }: ContentFinding): string {
  const { t, i18n } = useTranslation(TEXT_NAMESPACE)
  const known = `editor.findings.${key}`
  return i18n.exists(known, { ns: TEXT_NAMESPACE }) ? t(known, values) : key.replaceAll("_", " ")
}
