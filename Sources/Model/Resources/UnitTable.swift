// swift-format-ignore-file
// Made by Scripts/embed.py from Data/units-2023.json, units-2025.json and units-2023-to-2025.json. Change the data and run the script again.

/// The units of all catalogues, ordered by catalogue, level and code; one array for each of their properties.
enum UnitTable {
  static let count = 423
  static let none = UInt16.max
  static let unknown = Int32.min

  /// Where each catalogue's units begin, and the end.
  static let starts = [0, 162, 323, 423]

  /// The codes as numbers; their length follows from the level.
  static let codes: [UInt16] = [
    10, 80, 82, 83, 84, 85, 86, 87, 88, 89, 2635, 2641, 2644, 2647, 2650, 2653, 2656, 2658, 2659, 2662,
    2665, 2668, 2671, 2674, 2677, 2680, 2683, 2686, 2689, 2692, 2695, 2701, 2704, 2707, 2710, 2713, 2716,
    2719, 2722, 2725, 2728, 2731, 2734, 2737, 2740, 2743, 2746, 2749, 2752, 2755, 2758, 2761, 2764, 2767,
    2770, 2773, 2776, 2779, 2782, 2785, 2788, 2791, 2794, 2797, 2800, 2803, 2806, 2809, 2812, 2818, 2821,
    2824, 2827, 2836, 2839, 2842, 2848, 2851, 2854, 2857, 2863, 2866, 2869, 2872, 2875, 2878, 2881, 2884,
    2887, 2890, 2893, 2896, 2899, 2902, 2905, 2908, 2911, 2914, 2917, 2920, 2923, 2926, 2929, 2932, 2935,
    2938, 2944, 2947, 2950, 2953, 2956, 2959, 2962, 2965, 2968, 2971, 2974, 2977, 2980, 2983, 2986, 2989,
    2992, 2998, 3001, 3002, 3003, 3004, 3006, 3010, 3013, 3016, 3019, 3022, 3028, 3037, 3040, 3043, 3046,
    3052, 3055, 3061, 3064, 3067, 3070, 3073, 3076, 3079, 3082, 3085, 3088, 3091, 3094, 3097, 3100, 3103,
    3106, 3109, 3112, 3115, 3118, 3121, 10, 80, 82, 83, 84, 85, 86, 87, 88, 89, 2635, 2641, 2644, 2647,
    2650, 2653, 2656, 2658, 2659, 2662, 2665, 2668, 2671, 2674, 2677, 2680, 2683, 2686, 2689, 2692, 2695,
    2701, 2704, 2707, 2710, 2713, 2716, 2719, 2722, 2725, 2728, 2731, 2734, 2737, 2740, 2743, 2746, 2749,
    2752, 2755, 2758, 2761, 2764, 2767, 2770, 2773, 2776, 2779, 2782, 2785, 2788, 2791, 2794, 2797, 2800,
    2803, 2806, 2809, 2812, 2818, 2821, 2824, 2827, 2836, 2839, 2842, 2848, 2851, 2854, 2857, 2863, 2866,
    2869, 2875, 2878, 2881, 2884, 2887, 2890, 2893, 2896, 2899, 2902, 2905, 2908, 2911, 2914, 2917, 2920,
    2923, 2926, 2929, 2932, 2935, 2938, 2944, 2947, 2950, 2953, 2956, 2959, 2962, 2965, 2968, 2971, 2974,
    2977, 2980, 2983, 2986, 2989, 2992, 2998, 3001, 3002, 3003, 3004, 3006, 3010, 3013, 3016, 3019, 3022,
    3028, 3037, 3040, 3043, 3046, 3052, 3055, 3061, 3064, 3067, 3070, 3073, 3076, 3079, 3082, 3085, 3088,
    3091, 3094, 3097, 3100, 3103, 3106, 3109, 3112, 3115, 3118, 3121, 15, 2647, 2671, 2680, 2683, 2686,
    2695, 2701, 2707, 2725, 2728, 2746, 2752, 2761, 2782, 2788, 2809, 2824, 2839, 2842, 2848, 2869, 2890,
    2896, 2902, 2905, 2908, 2923, 2926, 2947, 2953, 2962, 2968, 2989, 2998, 3004, 3006, 3013, 3037, 3043,
    3046, 3061, 3076, 3082, 3085, 3091, 3103, 3106, 3121, 4252, 4273, 4279, 4288, 4303, 4309, 4336, 4342,
    4345, 4363, 4375, 4381, 4387, 4399, 4402, 4423, 4429, 4441, 4450, 4456, 4462, 4465, 4474, 4489, 4492,
    4498, 4531, 4537, 4543, 4564, 4576, 4585, 4603, 4606, 4609, 4630, 4636, 4651, 4660, 4663, 4672, 4681,
    4693, 4699, 4705, 4711, 4714, 4717, 4726, 4744, 4750,
  ]

  /// Places in `Unit.Kind.allCases`.
  static let kinds: [UInt8] = [
    0, 1, 3, 3, 3, 3, 3, 3, 2, 3, 5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 5, 5, 4, 4, 4, 6, 4, 4, 4, 4, 4, 4, 4,
    4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6,
    4, 4, 4, 4, 4, 4, 6, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6, 6, 6, 4, 4, 4, 4, 4, 4,
    4, 4, 4, 4, 4, 6, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 4, 5, 4, 4, 5, 4, 4, 5, 4,
    4, 4, 4, 4, 6, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 0, 1, 3, 3, 3, 3, 3, 3,
    2, 3, 5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 5, 5, 4, 4, 4, 6, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
    4, 4, 4, 4, 4, 4, 4, 4, 4, 6, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6, 4, 4, 4, 4, 4, 4, 6, 4,
    4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6, 6, 6, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6, 4, 4, 4,
    4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 4, 4, 4, 6, 4, 4, 4, 4,
    4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 0, 5, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4,
    4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5,
    5, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 4, 4, 4, 4, 4, 4, 4,
    4, 4, 4, 5, 4, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4,
  ]

  /// Numbers of the units above.
  static let parents: [UInt16] = [
    none, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4,
    4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6,
    6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
    8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, none, 162, 162, 162,
    162, 162, 162, 162, 162, 162, 163, 163, 163, 163, 163, 163, 163, 163, 163, 163, 163, 163, 163, 163,
    163, 163, 164, 164, 164, 164, 164, 164, 164, 164, 164, 164, 164, 164, 164, 164, 164, 164, 164, 164,
    164, 164, 163, 164, 165, 165, 165, 165, 165, 165, 165, 165, 165, 165, 165, 165, 165, 165, 165, 165,
    166, 166, 166, 166, 166, 166, 166, 166, 166, 166, 167, 167, 167, 167, 167, 167, 167, 167, 167, 167,
    167, 167, 167, 167, 167, 167, 167, 167, 168, 168, 168, 168, 168, 168, 168, 168, 168, 168, 168, 168,
    168, 168, 169, 169, 169, 169, 169, 169, 169, 169, 169, 169, 169, 169, 169, 169, 169, 169, 169, 170,
    170, 170, 170, 170, 170, 170, 170, 170, 170, 170, 170, 170, 170, 170, 170, 171, 171, 171, 171, 171,
    171, 171, 171, 171, 171, 171, 171, 171, 171, 171, 171, 171, 171, 171, 171, 171, 171, none, 323, 323,
    323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323,
    323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323,
    323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323,
    323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323,
    323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323, 323,
  ]

  /// Numbers of the units that took their place in the next catalogue.
  static let successors: [UInt16] = [
    162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181,
    182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194, 195, 196, 197, 198, 199, 200, 201,
    202, 203, 204, 205, 206, 207, 208, 209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220, 221,
    222, 223, 224, 225, 226, 227, 228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239, 240, 241,
    242, 243, 244, 236, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254, 255, 256, 257, 258, 259, 260,
    261, 262, 263, 264, 265, 266, 267, 268, 269, 270, 271, 272, 273, 274, 275, 276, 277, 278, 279, 280,
    281, 282, 283, 284, 285, 286, 287, 288, 289, 290, 291, 292, 293, 294, 295, 296, 297, 298, 299, 300,
    301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 311, 312, 313, 314, 315, 316, 317, 318, 319, 320,
    321, 322, 323, none, none, none, none, none, none, none, none, none, 324, 324, 324, 324, 325, 325, 325,
    325, 350, 334, 324, 325, 325, 325, 326, 326, 327, 328, 328, 330, 329, 330, 329, 331, 327, 331, 327,
    332, 331, 332, 333, 333, 327, 332, 333, 327, 334, 334, 335, 335, 336, 336, 335, 335, 336, 336, 337,
    336, 337, 338, 338, 337, 337, 338, 339, 340, 340, 339, 339, 343, 339, 340, 339, 340, 341, 342, 343,
    343, 342, 341, 341, 341, 344, 341, 345, 341, 345, 344, 345, 346, 346, 346, 347, 348, 349, 324, 347,
    348, 351, 350, 351, 348, 350, 351, 348, 349, 352, 353, 353, 353, 355, 354, 354, 355, 356, 356, 355,
    352, 357, 352, 356, 352, 357, 359, 359, 359, 358, 359, 360, 360, 359, 361, 363, 359, 361, 361, 362,
    363, 362, 366, 364, 366, 364, 356, 364, 365, 356, 366, 367, 365, 368, 366, 366, 369, 369, 370, 368,
    371, 370, 369, 371, none, none, none, none, none, none, none, none, none, none, none, none, none, none,
    none, none, none, none, none, none, none, none, none, none, none, none, none, none, none, none, none,
    none, none, none, none, none, none, none, none, none, none, none, none, none, none, none, none, none,
    none, none, none, none, none, none, none, none, none, none, none, none, none, none, none, none, none,
    none, none, none, none, none, none, none, none, none, none, none, none, none, none, none, none, none,
    none, none, none, none, none, none, none, none, none, none, none, none, none, none, none, none, none,
    none,
  ]

  /// Poor district + 3 × especially disadvantaged (0 unknown, 1 no, 2 yes) + 9 if outside the plan.
  static let marks: [UInt8] = [
    0, 1, 2, 2, 2, 2, 1, 1, 1, 1, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 4, 4, 4, 4, 4, 4,
    4, 4, 4, 4, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 2, 2, 2, 2, 1, 1,
    1, 1, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 9,
    9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9,
    9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9,
  ]

  /// First days where they are known.
  static let firstDays: [Int32] = [
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, 20028, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270,
    20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270,
    20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270,
    20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270,
    20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270,
    20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270,
    20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270, 20270,
    20270, 20270, 20270, 20270, 20270, 20270, 20270,
  ]

  /// Last days of units that have ended.
  static let lastDays: [Int32] = [
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20027,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269, 20269,
    20269, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown,
    unknown, unknown,
  ]

  /// The names, each ended by a semicolon.
  static let names = """
    Lào Cai;Lào Cai;Bát Xát;Mường Khương;Si Ma Cai;Bắc Hà;Bảo Thắng;Bảo Yên;\
    Sa Pa;Văn Bàn;Duyên Hải;Lào Cai;Cốc Lếu;Kim Tân;Bắc Lệnh;Pom Hán;\
    Xuân Tăng;Bình Minh;Thống Nhất;Đồng Tuyển;Vạn Hoà;Bắc Cường;Nam Cường;Cam Đường;\
    Tả Phời;Hợp Thành;Bát Xát;A Mú Sung;Nậm Chạc;A Lù;Trịnh Tường;Y Tý;\
    Cốc Mỳ;Dền Sáng;Bản Vược;Sàng Ma Sáo;Bản Qua;Mường Vi;Dền Thàng;Bản Xèo;\
    Mường Hum;Trung Lèng Hồ;Quang Kim;Pa Cheo;Nậm Pung;Phìn Ngan;Cốc San;Tòng Sành;\
    Pha Long;Tả Ngải Chồ;Tung Chung Phố;Mường Khương;Dìn Chin;Tả Gia Khâu;Nậm Chảy;Nấm Lư;\
    Lùng Khấu Nhin;Thanh Bình;Cao Sơn;Lùng Vai;Bản Lầu;La Pan Tẩn;Tả Thàng;Bản Sen;\
    Nàn Sán;Thào Chư Phìn;Bản Mế;Si Ma Cai;Sán Chải;Lùng Thẩn;Cán Cấu;Sín Chéng;\
    Quan Hồ Thẩn;Nàn Xín;Bắc Hà;Lùng Cải;Lùng Phình;Tả Van Chư;Tả Củ Tỷ;Thải Giàng Phố;\
    Hoàng Thu Phố;Bản Phố;Bản Liền;Tà Chải;Na Hối;Cốc Ly;Nậm Mòn;Nậm Đét;\
    Nậm Khánh;Bảo Nhai;Nậm Lúc;Cốc Lầu;Bản Cái;N.T Phong Hải;Phố Lu;Tằng Loỏng;\
    Bản Phiệt;Bản Cầm;Thái Niên;Phong Niên;Gia Phú;Xuân Quang;Sơn Hải;Xuân Giao;\
    Trì Quang;Sơn Hà;Phú Nhuận;Phố Ràng;Tân Tiến;Nghĩa Đô;Vĩnh Yên;Điện Quan;\
    Xuân Hoà;Tân Dương;Thượng Hà;Kim Sơn;Cam Cọn;Minh Tân;Xuân Thượng;Việt Tiến;\
    Yên Sơn;Bảo Hà;Lương Sơn;Phúc Khánh;Sa Pa;Sa Pả;Ô Quý Hồ;Ngũ Chỉ Sơn;\
    Phan Si Păng;Trung Chải;Tả Phìn;Hàm Rồng;Hoàng Liên;Thanh Bình;Cầu Mây;Mường Hoa;\
    Tả Van;Mường Bo;Bản Hồ;Liên Minh;Khánh Yên;Võ Lao;Sơn Thuỷ;Nậm Mả;\
    Tân Thượng;Nậm Rạng;Nậm Chầy;Tân An;Khánh Yên Thượng;Nậm Xé;Dần Thàng;Chiềng Ken;\
    Làng Giàng;Hoà Mạc;Khánh Yên Trung;Khánh Yên Hạ;Dương Quỳ;Nậm Tha;Minh Lương;Thẩm Dương;\
    Liêm Phú;Nậm Xây;Lào Cai;Lào Cai;Bát Xát;Mường Khương;Si Ma Cai;Bắc Hà;\
    Bảo Thắng;Bảo Yên;Sa Pa;Văn Bàn;Duyên Hải;Lào Cai;Cốc Lếu;Kim Tân;\
    Bắc Lệnh;Pom Hán;Xuân Tăng;Bình Minh;Thống Nhất;Đồng Tuyển;Vạn Hoà;Bắc Cường;\
    Nam Cường;Cam Đường;Tả Phời;Hợp Thành;Bát Xát;A Mú Sung;Nậm Chạc;A Lù;\
    Trịnh Tường;Y Tý;Cốc Mỳ;Dền Sáng;Bản Vược;Sàng Ma Sáo;Bản Qua;Mường Vi;\
    Dền Thàng;Bản Xèo;Mường Hum;Trung Lèng Hồ;Quang Kim;Pa Cheo;Nậm Pung;Phìn Ngan;\
    Cốc San;Tòng Sành;Pha Long;Tả Ngải Chồ;Tung Chung Phố;Mường Khương;Dìn Chin;Tả Gia Khâu;\
    Nậm Chảy;Nấm Lư;Lùng Khấu Nhin;Thanh Bình;Cao Sơn;Lùng Vai;Bản Lầu;La Pan Tẩn;\
    Tả Thàng;Bản Sen;Nàn Sán;Thào Chư Phìn;Bản Mế;Si Ma Cai;Sán Chải;Lùng Thẩn;\
    Cán Cấu;Sín Chéng;Quan Hồ Thẩn;Nàn Xín;Bắc Hà;Lùng Cải;Lùng Phình;Tả Van Chư;\
    Tả Củ Tỷ;Thải Giàng Phố;Hoàng Thu Phố;Bản Phố;Bản Liền;Na Hối;Cốc Ly;Nậm Mòn;\
    Nậm Đét;Nậm Khánh;Bảo Nhai;Nậm Lúc;Cốc Lầu;Bản Cái;N.T Phong Hải;Phố Lu;\
    Tằng Loỏng;Bản Phiệt;Bản Cầm;Thái Niên;Phong Niên;Gia Phú;Xuân Quang;Sơn Hải;\
    Xuân Giao;Trì Quang;Sơn Hà;Phú Nhuận;Phố Ràng;Tân Tiến;Nghĩa Đô;Vĩnh Yên;\
    Điện Quan;Xuân Hoà;Tân Dương;Thượng Hà;Kim Sơn;Cam Cọn;Minh Tân;Xuân Thượng;\
    Việt Tiến;Yên Sơn;Bảo Hà;Lương Sơn;Phúc Khánh;Sa Pa;Sa Pả;Ô Quý Hồ;\
    Ngũ Chỉ Sơn;Phan Si Păng;Trung Chải;Tả Phìn;Hàm Rồng;Hoàng Liên;Thanh Bình;Cầu Mây;\
    Mường Hoa;Tả Van;Mường Bo;Bản Hồ;Liên Minh;Khánh Yên;Võ Lao;Sơn Thuỷ;\
    Nậm Mả;Tân Thượng;Nậm Rạng;Nậm Chầy;Tân An;Khánh Yên Thượng;Nậm Xé;Dần Thàng;\
    Chiềng Ken;Làng Giàng;Hoà Mạc;Khánh Yên Trung;Khánh Yên Hạ;Dương Quỳ;Nậm Tha;Minh Lương;\
    Thẩm Dương;Liêm Phú;Nậm Xây;Lào Cai;Lào Cai;Cam Đường;Hợp Thành;Bát Xát;\
    A Mú Sung;Trịnh Tường;Y Tý;Dền Sáng;Bản Xèo;Mường Hum;Cốc San;Pha Long;\
    Mường Khương;Cao Sơn;Bản Lầu;Si Ma Cai;Sín Chéng;Bắc Hà;Tả Củ Tỷ;Lùng Phình;\
    Bản Liền;Bảo Nhai;Cốc Lầu;Phong Hải;Bảo Thắng;Tằng Loỏng;Gia Phú;Xuân Quang;\
    Bảo Yên;Nghĩa Đô;Xuân Hòa;Thượng Hà;Bảo Hà;Phúc Khánh;Ngũ Chỉ Sơn;Sa Pa;\
    Tả Phìn;Tả Van;Mường Bo;Bản Hồ;Võ Lao;Nậm Chày;Văn Bàn;Nậm Xé;\
    Chiềng Ken;Khánh Yên;Dương Quỳ;Minh Lương;Yên Bái;Nam Cường;Văn Phú;Nghĩa Lộ;\
    Lục Yên;Lâm Thượng;Tân Lĩnh;Khánh Hòa;Mường Lai;Phúc Lợi;Mậu A;Lâm Giang;\
    Châu Quế;Đông Cuông;Phong Dụ Hạ;Phong Dụ Thượng;Tân Hợp;Xuân Ái;Mỏ Vàng;Mù Cang Chải;\
    Nậm Có;Khao Mang;Lao Chải;Chế Tạo;Púng Luông;Trấn Yên;Quy Mông;Lương Thịnh;\
    Âu Lâu;Việt Hồng;Hưng Khánh;Hạnh Phúc;Tà Xi Láng;Trạm Tấu;Phình Hồ;Tú Lệ;\
    Gia Hội;Sơn Lương;Liên Sơn;Trung Tâm;Văn Chấn;Cầu Thia;Cát Thịnh;Chấn Thịnh;\
    Thượng Bằng La;Nghĩa Tâm;Yên Bình;Thác Bà;Cảm Nhân;Yên Thành;Bảo Ái;
    """

  /// Other writings of units' full names.
  static let aliases: [(unit: Int, name: String)] = [
    (20, "Xã Vạn Hòa"),
    (49, "Xã Tả Ngài Chồ"),
    (73, "Xã Nàn Sín"),
    (93, "Thị trấn Nông trường Phong Hải"),
    (93, "Thị trấn Phong Hải"),
    (112, "Xã Xuân Hòa"),
    (142, "Xã Sơn Thủy"),
    (145, "Xã Nậm Dạng"),
    (146, "Xã Nậm Chày"),
    (153, "Xã Hòa Mạc"),
    (159, "Xã Thẳm Dương"),
    (182, "Xã Vạn Hòa"),
    (211, "Xã Tả Ngài Chồ"),
    (235, "Xã Nàn Sín"),
    (254, "Thị trấn Nông trường Phong Hải"),
    (254, "Thị trấn Phong Hải"),
    (273, "Xã Xuân Hòa"),
    (303, "Xã Sơn Thủy"),
    (306, "Xã Nậm Dạng"),
    (307, "Xã Nậm Chày"),
    (314, "Xã Hòa Mạc"),
    (320, "Xã Thẳm Dương"),
  ]
}
