// Plain C functions over Debian's ICU.
//
// ICU renames every function by a macro (`ubrk_open` is `ubrk_open_72`), and Swift sees no such
// renames. Its headers cannot be included either: Foundation brings an ICU of its own, and
// a Swift module that sees the types of both is refused by the compiler. So this header takes
// from ICU the version macros only and declares the few functions itself, after the
// documentation of ICU's stable C interface: pointers to objects are opaque, `UErrorCode` and
// `UBool` are an `int32_t` and an `int8_t`. Every wrapper hands back ICU's status, 0 for success;
// warnings, which ICU counts below zero, are dropped.

#ifndef TONGBAO_CICU_SHIM_H
#define TONGBAO_CICU_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <unicode/uvernum.h>

#define CICU_NAME(name) U_ICU_ENTRY_POINT_RENAME(name)

static inline int32_t cicu_failure(int32_t status) { return status > 0 ? status : 0; }

extern const char *CICU_NAME(u_errorName)(int32_t status);

static inline const char *cicu_error_name(int32_t status) {
  return CICU_NAME(u_errorName)(status);
}

static inline const char *cicu_version(void) { return U_ICU_VERSION; }

// MARK: Word boundaries

typedef struct CICUWords CICUWords;

extern CICUWords *CICU_NAME(ubrk_open)(
    int32_t kind, const char *locale, const uint16_t *text, int32_t length, int32_t *status);
extern void CICU_NAME(ubrk_close)(CICUWords *words);
extern void CICU_NAME(ubrk_setText)(
    CICUWords *words, const uint16_t *text, int32_t length, int32_t *status);
extern int32_t CICU_NAME(ubrk_next)(CICUWords *words);

static inline CICUWords *cicu_words_open(const char *locale, int32_t *failure) {
  const int32_t wordBoundaries = 1;
  int32_t status = 0;
  CICUWords *words = CICU_NAME(ubrk_open)(wordBoundaries, locale, NULL, 0, &status);
  *failure = cicu_failure(status);
  return words;
}

static inline void cicu_words_close(CICUWords *words) { CICU_NAME(ubrk_close)(words); }

/// ICU keeps the pointer until it gets another text.
static inline void cicu_words_set_text(
    CICUWords *words, const uint16_t *text, int32_t length, int32_t *failure) {
  int32_t status = 0;
  CICU_NAME(ubrk_setText)(words, text, length, &status);
  *failure = cicu_failure(status);
}

/// Next boundary, or -1 after the last one.
static inline int32_t cicu_words_next(CICUWords *words) { return CICU_NAME(ubrk_next)(words); }

// MARK: Charset detection

typedef struct CICUDetector CICUDetector;
typedef struct CICUMatch CICUMatch;

extern CICUDetector *CICU_NAME(ucsdet_open)(int32_t *status);
extern void CICU_NAME(ucsdet_close)(CICUDetector *detector);
extern void CICU_NAME(ucsdet_setText)(
    CICUDetector *detector, const char *bytes, int32_t length, int32_t *status);
extern const CICUMatch **CICU_NAME(ucsdet_detectAll)(
    CICUDetector *detector, int32_t *count, int32_t *status);
extern const char *CICU_NAME(ucsdet_getName)(const CICUMatch *match, int32_t *status);
extern int32_t CICU_NAME(ucsdet_getConfidence)(const CICUMatch *match, int32_t *status);

static inline CICUDetector *cicu_detector_open(int32_t *failure) {
  int32_t status = 0;
  CICUDetector *detector = CICU_NAME(ucsdet_open)(&status);
  *failure = cicu_failure(status);
  return detector;
}

static inline void cicu_detector_close(CICUDetector *detector) {
  CICU_NAME(ucsdet_close)(detector);
}

/// The matches live until the detector gets another text or is closed.
static inline const CICUMatch **cicu_detector_matches(
    CICUDetector *detector, const char *bytes, int32_t length, int32_t *count,
    int32_t *failure) {
  int32_t status = 0;
  const CICUMatch **matches = NULL;
  CICU_NAME(ucsdet_setText)(detector, bytes, length, &status);
  *count = 0;
  if (status <= 0) matches = CICU_NAME(ucsdet_detectAll)(detector, count, &status);
  *failure = cicu_failure(status);
  return matches;
}

static inline const char *cicu_match_name(const CICUMatch *match) {
  int32_t status = 0;
  return CICU_NAME(ucsdet_getName)(match, &status);
}

static inline int32_t cicu_match_confidence(const CICUMatch *match) {
  int32_t status = 0;
  return CICU_NAME(ucsdet_getConfidence)(match, &status);
}

// MARK: Charset conversion

typedef struct CICUConverter CICUConverter;

extern CICUConverter *CICU_NAME(ucnv_open)(const char *name, int32_t *status);
extern void CICU_NAME(ucnv_close)(CICUConverter *converter);
extern void CICU_NAME(ucnv_reset)(CICUConverter *converter);
extern void CICU_NAME(ucnv_toUnicode)(
    CICUConverter *converter, uint16_t **target, const uint16_t *targetLimit,
    const char **source, const char *sourceLimit, int32_t *offsets, int8_t flush,
    int32_t *status);
extern int32_t CICU_NAME(ucnv_fromUChars)(
    CICUConverter *converter, char *bytes, int32_t capacity, const uint16_t *units,
    int32_t length, int32_t *status);
extern void CICU_NAME(ucnv_getInvalidChars)(
    const CICUConverter *converter, char *bytes, int8_t *length, int32_t *status);
// What ICU's callback for decoding does at a malformed sequence: nothing, so decoding stops.
extern void CICU_NAME(UCNV_TO_U_CALLBACK_STOP)(
    const void *context, void *arguments, const char *bytes, int32_t length, int32_t reason,
    int32_t *status);
typedef void (*CICUDecodingCallback)(
    const void *, void *, const char *, int32_t, int32_t, int32_t *);
extern void CICU_NAME(ucnv_setToUCallBack)(
    CICUConverter *converter, CICUDecodingCallback callback, const void *context,
    CICUDecodingCallback *oldCallback, const void **oldContext, int32_t *status);

static inline CICUConverter *cicu_converter_open(const char *name, int32_t *failure) {
  int32_t status = 0;
  CICUConverter *converter = CICU_NAME(ucnv_open)(name, &status);
  if (status <= 0) {
    CICU_NAME(ucnv_setToUCallBack)(
        converter, CICU_NAME(UCNV_TO_U_CALLBACK_STOP), NULL, NULL, NULL, &status);
  }
  *failure = cicu_failure(status);
  return converter;
}

static inline void cicu_converter_close(CICUConverter *converter) {
  CICU_NAME(ucnv_close)(converter);
}

/// What a decoding had to replace by U+FFFD.
typedef struct {
  int64_t count;
  /// Byte offset of the first malformed sequence, -1 when there is none.
  int64_t first;
} CICUMalformed;

/// Decodes all the bytes and gives the number of UTF-16 units written.
static inline int32_t cicu_converter_decode(
    CICUConverter *converter, const char *bytes, int32_t length, uint16_t *units,
    int32_t capacity, CICUMalformed *malformed, int32_t *failure) {
  const int32_t invalid = 10, truncated = 11, illegal = 12;
  uint16_t *target = units;
  const char *source = bytes;
  int32_t status = 0;
  malformed->count = 0;
  malformed->first = -1;
  CICU_NAME(ucnv_reset)(converter);
  for (;;) {
    status = 0;
    CICU_NAME(ucnv_toUnicode)(
        converter, &target, units + capacity, &source, bytes + length, NULL, 1, &status);
    if (status != invalid && status != truncated && status != illegal) break;
    if (target == units + capacity) break;
    char sequence[16];
    int8_t width = sizeof sequence;
    int32_t ignored = 0;
    CICU_NAME(ucnv_getInvalidChars)(converter, sequence, &width, &ignored);
    if (malformed->count == 0) {
      int64_t end = source - bytes;
      malformed->first = end > width ? end - width : 0;
    }
    malformed->count += 1;
    *target++ = 0xFFFD;
    if (status == truncated) {
      status = 0;
      break;
    }
  }
  *failure = cicu_failure(status);
  return (int32_t)(target - units);
}

/// Encodes all the units, the converter's substitute (`?` or SUB) standing for what it lacks.
static inline int32_t cicu_converter_encode(
    CICUConverter *converter, const uint16_t *units, int32_t length, char *bytes,
    int32_t capacity, int32_t *failure) {
  int32_t status = 0;
  int32_t written =
      CICU_NAME(ucnv_fromUChars)(converter, bytes, capacity, units, length, &status);
  *failure = cicu_failure(status);
  return written;
}

// MARK: Transliteration

typedef struct CICUTransliterator CICUTransliterator;

extern CICUTransliterator *CICU_NAME(utrans_openU)(
    const uint16_t *identifier, int32_t length, int32_t direction, const uint16_t *rules,
    int32_t rulesLength, void *parseError, int32_t *status);
extern void CICU_NAME(utrans_close)(CICUTransliterator *rules);
extern void CICU_NAME(utrans_transUChars)(
    const CICUTransliterator *rules, uint16_t *units, int32_t *length, int32_t capacity,
    int32_t start, int32_t *limit, int32_t *status);

static inline CICUTransliterator *cicu_transliterator_open(
    const uint16_t *identifier, int32_t length, int32_t *failure) {
  const int32_t forward = 0;
  int32_t status = 0;
  CICUTransliterator *rules =
      CICU_NAME(utrans_openU)(identifier, length, forward, NULL, 0, NULL, &status);
  *failure = cicu_failure(status);
  return rules;
}

static inline void cicu_transliterator_close(CICUTransliterator *rules) {
  CICU_NAME(utrans_close)(rules);
}

/// Rewrites `length` units in place and gives the new length, which may exceed the capacity.
static inline int32_t cicu_transliterate(
    const CICUTransliterator *rules, uint16_t *units, int32_t length, int32_t capacity,
    int32_t *failure) {
  int32_t status = 0;
  int32_t limit = length;
  CICU_NAME(utrans_transUChars)(rules, units, &length, capacity, 0, &limit, &status);
  *failure = cicu_failure(status);
  return length;
}

// MARK: Normalization

typedef struct CICUNormalizer CICUNormalizer;

extern const CICUNormalizer *CICU_NAME(unorm2_getNFKCInstance)(int32_t *status);
extern int32_t CICU_NAME(unorm2_normalize)(
    const CICUNormalizer *form, const uint16_t *units, int32_t length, uint16_t *result,
    int32_t capacity, int32_t *status);

/// The compatibility composition (NFKC) of `length` units, as the number of units written.
static inline int32_t cicu_compose_compatibly(
    const uint16_t *units, int32_t length, uint16_t *result, int32_t capacity, int32_t *failure) {
  int32_t status = 0;
  int32_t written = 0;
  const CICUNormalizer *form = CICU_NAME(unorm2_getNFKCInstance)(&status);
  if (status <= 0) {
    written = CICU_NAME(unorm2_normalize)(form, units, length, result, capacity, &status);
  }
  *failure = cicu_failure(status);
  return written;
}

#endif
