require("./declare").declareUnitSpecs(0, 2)
