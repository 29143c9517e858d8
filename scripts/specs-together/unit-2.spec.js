require("./declare").declareUnitSpecs(1, 2)
