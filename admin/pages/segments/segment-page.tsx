import { useParams } from "react-router-dom"
import type { Segment } from "../../parts/api/segments"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { ListSegment } from "./list-segment"
import { RuleSegment } from "./rule-segment"

/** One segment: a rule or a list. */
export default function SegmentPage() {
  const { id } = useParams()
  const read = useRead<{ segment: Segment }>(`/segments/${id}`)
  return (
    <WhenRead read={read} loading={<LoadingPage />}>
      {({ segment }) =>
        segment.rule ? (
          <RuleSegment key={segment.id} segment={{ ...segment, rule: segment.rule }} />
        ) : (
          <ListSegment key={segment.id} segment={segment} />
        )
      }
    </WhenRead>
  )
}
