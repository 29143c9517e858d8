/**
 * What the canvas of @xyflow/react cannot do without, in the dashboard's colours. Written out here and not imported from
 * the library: a plugin's own style sheets are not loaded by Medusa's dashboard.
 */
export const FLOW_STYLE = `
.mailroom-flow { direction: ltr; }
.mailroom-flow .react-flow__container { position: absolute; width: 100%; height: 100%; top: 0; left: 0; }
.mailroom-flow .react-flow__pane { z-index: 1; cursor: grab; touch-action: none; }
.mailroom-flow .react-flow__pane.dragging { cursor: grabbing; }
.mailroom-flow .react-flow__viewport { transform-origin: 0 0; z-index: 2; pointer-events: none; }
.mailroom-flow .react-flow__renderer { z-index: 4; }
.mailroom-flow .react-flow__nodes { pointer-events: none; transform-origin: 0 0; }
.mailroom-flow .react-flow__node { position: absolute; user-select: none; pointer-events: all !important; transform-origin: 0 0; box-sizing: border-box; cursor: default; }
.mailroom-flow .react-flow__node.draggable { cursor: pointer; }
.mailroom-flow .react-flow__node.dragging { cursor: grabbing; z-index: 10 !important; opacity: 0.85; }
.mailroom-flow .react-flow__edges { position: absolute; }
.mailroom-flow .react-flow__edges svg { overflow: visible; position: absolute; pointer-events: none; }
.mailroom-flow .react-flow__edge-path { fill: none; stroke: var(--border-strong); stroke-width: 1.5; }
.mailroom-flow .react-flow__edge.lit .react-flow__edge-path { stroke: var(--fg-interactive); stroke-width: 3; }
.mailroom-flow .react-flow__edge.dim .react-flow__edge-path { opacity: 0.35; }
.mailroom-flow .react-flow__handle { position: absolute; width: 1px; height: 1px; min-width: 0; min-height: 0; opacity: 0; pointer-events: none; }
.mailroom-flow .react-flow__handle-top { top: 0; left: 50%; }
.mailroom-flow .react-flow__handle-bottom { bottom: 0; left: 50%; }
.mailroom-flow .react-flow__panel { position: absolute; z-index: 5; margin: 12px; }
.mailroom-flow .react-flow__panel.top.right { top: 0; right: 0; }
.mailroom-flow .react-flow__panel.bottom.left { bottom: 0; left: 0; }
.mailroom-flow .react-flow__background { pointer-events: none; z-index: 0; }
.mailroom-flow .react-flow__background-pattern.dots { fill: var(--border-strong); }
.mailroom-flow .react-flow__attribution { display: none; }
`
