/* Judges page content: does it leave the graphics state as it found it?
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pdf-content.h"

#include <string.h>

#define TOKEN_MAX 128 /* no name or operator of use is longer */
#define DEPTH_MAX 1000

typedef enum
{
  TOKEN_END,
  TOKEN_OPERATOR,
  TOKEN_NAME,
  TOKEN_OPERAND, /* a number, a string, an array, a dictionary, true, false, null */
  TOKEN_BROKEN,
} TokenKind;

typedef struct
{
  const char *data;
  gsize length;
  gsize at;
  char text[TOKEN_MAX + 1]; /* of a name or an operator */
} Scanner;

typedef struct
{
  guint graphics; /* q */
  guint marked;   /* BMC, BDC */
  guint compatibility;
  gboolean in_text;
  gboolean in_path;
  guint operands;
  guint name_at;            /* which operand, from 1, was the last name; 0 for none */
  char name[TOKEN_MAX + 1]; /* that name */
} State;

/* What an operator does to the state, by its letter in known_operators. */
typedef enum
{
  EFFECT_NONE,
  EFFECT_SAVE,
  EFFECT_RESTORE,
  EFFECT_BEGIN_TEXT,
  EFFECT_END_TEXT,
  EFFECT_BEGIN_MARKED,
  EFFECT_END_MARKED,
  EFFECT_BEGIN_COMPATIBILITY,
  EFFECT_END_COMPATIBILITY,
  EFFECT_PATH,
  EFFECT_PAINT,
  EFFECT_IMAGE,
} Effect;

typedef struct
{
  const char *name;
  Effect effect;
  const char *category; /* of the resource that its last operand names */
} Operator;

/* Sorted by strcmp: found by bisection. */
static const Operator known_operators[] = {
  { "\"", EFFECT_NONE, NULL },
  { "'", EFFECT_NONE, NULL },
  { "B", EFFECT_PAINT, NULL },
  { "B*", EFFECT_PAINT, NULL },
  { "BDC", EFFECT_BEGIN_MARKED, "/Properties" },
  { "BI", EFFECT_IMAGE, NULL },
  { "BMC", EFFECT_BEGIN_MARKED, NULL },
  { "BT", EFFECT_BEGIN_TEXT, NULL },
  { "BX", EFFECT_BEGIN_COMPATIBILITY, NULL },
  { "CS", EFFECT_NONE, "/ColorSpace" },
  { "DP", EFFECT_NONE, "/Properties" },
  { "Do", EFFECT_NONE, "/XObject" },
  { "EMC", EFFECT_END_MARKED, NULL },
  { "ET", EFFECT_END_TEXT, NULL },
  { "EX", EFFECT_END_COMPATIBILITY, NULL },
  { "F", EFFECT_PAINT, NULL },
  { "G", EFFECT_NONE, NULL },
  { "J", EFFECT_NONE, NULL },
  { "K", EFFECT_NONE, NULL },
  { "M", EFFECT_NONE, NULL },
  { "MP", EFFECT_NONE, NULL },
  { "Q", EFFECT_RESTORE, NULL },
  { "RG", EFFECT_NONE, NULL },
  { "S", EFFECT_PAINT, NULL },
  { "SC", EFFECT_NONE, NULL },
  { "SCN", EFFECT_NONE, "/Pattern" },
  { "T*", EFFECT_NONE, NULL },
  { "TD", EFFECT_NONE, NULL },
  { "TJ", EFFECT_NONE, NULL },
  { "TL", EFFECT_NONE, NULL },
  { "Tc", EFFECT_NONE, NULL },
  { "Td", EFFECT_NONE, NULL },
  { "Tf", EFFECT_NONE, "/Font" },
  { "Tj", EFFECT_NONE, NULL },
  { "Tm", EFFECT_NONE, NULL },
  { "Tr", EFFECT_NONE, NULL },
  { "Ts", EFFECT_NONE, NULL },
  { "Tw", EFFECT_NONE, NULL },
  { "Tz", EFFECT_NONE, NULL },
  { "W", EFFECT_NONE, NULL },
  { "W*", EFFECT_NONE, NULL },
  { "b", EFFECT_PAINT, NULL },
  { "b*", EFFECT_PAINT, NULL },
  { "c", EFFECT_PATH, NULL },
  { "cm", EFFECT_NONE, NULL },
  { "cs", EFFECT_NONE, "/ColorSpace" },
  { "d", EFFECT_NONE, NULL },
  { "f", EFFECT_PAINT, NULL },
  { "f*", EFFECT_PAINT, NULL },
  { "g", EFFECT_NONE, NULL },
  { "gs", EFFECT_NONE, "/ExtGState" },
  { "h", EFFECT_PATH, NULL },
  { "i", EFFECT_NONE, NULL },
  { "j", EFFECT_NONE, NULL },
  { "k", EFFECT_NONE, NULL },
  { "l", EFFECT_PATH, NULL },
  { "m", EFFECT_PATH, NULL },
  { "n", EFFECT_PAINT, NULL },
  { "q", EFFECT_SAVE, NULL },
  { "re", EFFECT_PATH, NULL },
  { "rg", EFFECT_NONE, NULL },
  { "ri", EFFECT_NONE, NULL },
  { "s", EFFECT_PAINT, NULL },
  { "sc", EFFECT_NONE, NULL },
  { "scn", EFFECT_NONE, "/Pattern" },
  { "sh", EFFECT_NONE, "/Shading" },
  { "v", EFFECT_PATH, NULL },
  { "w", EFFECT_NONE, NULL },
  { "y", EFFECT_PATH, NULL },
};

static gboolean
is_blank (char byte)
{
  return memchr ("\0\t\n\f\r ", byte, 6) != NULL;
}

static gboolean
is_delimiter (char byte)
{
  return memchr ("()<>[]{}/%", byte, 10) != NULL;
}

static void
skip_blanks (Scanner *scanner)
{
  while (scanner->at < scanner->length)
    {
      char byte = scanner->data[scanner->at];

      if (byte == '%')
        while (scanner->at < scanner->length && scanner->data[scanner->at] != '\n' &&
               scanner->data[scanner->at] != '\r')
          scanner->at++;
      else if (is_blank (byte))
        scanner->at++;
      else
        break;
    }
}

/* Both skip functions stand on the opening bracket. FALSE when the string does not end. */
static gboolean
skip_string (Scanner *scanner)
{
  guint depth = 0;

  for (; scanner->at < scanner->length; scanner->at++)
    {
      char byte = scanner->data[scanner->at];

      if (byte == '\\')
        scanner->at++;
      else if (byte == '(')
        depth++;
      else if (byte == ')' && --depth == 0)
        {
          scanner->at++;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
skip_hex_string (Scanner *scanner)
{
  for (scanner->at++; scanner->at < scanner->length; scanner->at++)
    {
      char byte = scanner->data[scanner->at];

      if (byte == '>')
        {
          scanner->at++;
          return TRUE;
        }
      if (!g_ascii_isxdigit (byte) && !is_blank (byte))
        return FALSE;
    }

  return FALSE;
}

/* Takes the regular characters that stand here into text. FALSE when they are too many. */
static gboolean
take_word (Scanner *scanner, gsize start)
{
  gsize end = MAX (scanner->at, start + 1);

  while (end < scanner->length && !is_blank (scanner->data[end]) &&
         !is_delimiter (scanner->data[end]))
    end++;
  scanner->at = end;
  if (end - start > TOKEN_MAX)
    return FALSE;

  memcpy (scanner->text, scanner->data + start, end - start);
  scanner->text[end - start] = '\0';

  return TRUE;
}

static gboolean
is_number (const char *text)
{
  return text[strspn (text, "+-.0123456789")] == '\0';
}

static TokenKind next_token (Scanner *scanner, guint depth);

/* An array or a dictionary, whose opening bracket has been taken: an operand as a whole. */
static TokenKind
skip_container (Scanner *scanner, const char *closing, guint depth)
{
  const gsize closing_length = strlen (closing);

  if (depth > DEPTH_MAX)
    return TOKEN_BROKEN;

  for (;;)
    {
      TokenKind kind;

      skip_blanks (scanner);
      if (scanner->length - scanner->at >= closing_length &&
          memcmp (scanner->data + scanner->at, closing, closing_length) == 0)
        {
          scanner->at += closing_length;
          return TOKEN_OPERAND;
        }
      kind = next_token (scanner, depth + 1);
      if (kind != TOKEN_NAME && kind != TOKEN_OPERAND)
        return TOKEN_BROKEN;
    }
}

static TokenKind
next_word (Scanner *scanner)
{
  if (!take_word (scanner, scanner->at))
    return TOKEN_BROKEN;
  if (scanner->text[0] == '/')
    return TOKEN_NAME;
  if (is_number (scanner->text) || g_str_equal (scanner->text, "true") ||
      g_str_equal (scanner->text, "false") || g_str_equal (scanner->text, "null"))
    return TOKEN_OPERAND;

  return TOKEN_OPERATOR;
}

static TokenKind
next_token (Scanner *scanner, guint depth)
{
  char byte;

  skip_blanks (scanner);
  if (scanner->at >= scanner->length)
    return TOKEN_END;

  byte = scanner->data[scanner->at];
  if (byte == '(')
    return skip_string (scanner) ? TOKEN_OPERAND : TOKEN_BROKEN;
  if (byte == '[')
    {
      scanner->at++;
      return skip_container (scanner, "]", depth);
    }
  if (byte == '<' && scanner->at + 1 < scanner->length && scanner->data[scanner->at + 1] == '<')
    {
      scanner->at += 2;
      return skip_container (scanner, ">>", depth);
    }
  if (byte == '<')
    return skip_hex_string (scanner) ? TOKEN_OPERAND : TOKEN_BROKEN;
  if (byte != '/' && is_delimiter (byte))
    return TOKEN_BROKEN;

  return next_word (scanner);
}

/* From behind BI to behind EI. The data may hold anything, so the first EI between blanks is taken;
 * were it the wrong one, what follows would hardly be made of known operators. */
static gboolean
skip_inline_image (Scanner *scanner)
{
  TokenKind kind;

  do
    kind = next_token (scanner, 0);
  while (kind == TOKEN_NAME || kind == TOKEN_OPERAND);
  if (kind != TOKEN_OPERATOR || !g_str_equal (scanner->text, "ID"))
    return FALSE;

  for (gsize i = scanner->at + 1; i + 2 < scanner->length; i++)
    if (is_blank (scanner->data[i]) && scanner->data[i + 1] == 'E' && scanner->data[i + 2] == 'I' &&
        (i + 3 == scanner->length || is_blank (scanner->data[i + 3])))
      {
        scanner->at = i + 3;
        return TRUE;
      }

  return FALSE;
}

static const Operator *
find_operator (const char *name)
{
  gsize low = 0;
  gsize high = G_N_ELEMENTS (known_operators);

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      int order = strcmp (name, known_operators[middle].name);

      if (order == 0)
        return &known_operators[middle];
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

/* Opens or closes one level; text objects do not nest, and a graphics state is not saved inside
 * one. */
static gboolean
apply_effect (State *state, Effect effect)
{
  switch (effect)
    {
    case EFFECT_SAVE:
      return !state->in_text && !state->in_path && ++state->graphics < DEPTH_MAX;
    case EFFECT_RESTORE:
      return !state->in_text && !state->in_path && state->graphics-- > 0;
    case EFFECT_BEGIN_TEXT:
      state->in_text = !state->in_text;
      return state->in_text && !state->in_path;
    case EFFECT_END_TEXT:
      state->in_text = !state->in_text;
      return !state->in_text;
    case EFFECT_BEGIN_MARKED:
      return ++state->marked < DEPTH_MAX;
    case EFFECT_END_MARKED:
      return state->marked-- > 0;
    case EFFECT_BEGIN_COMPATIBILITY:
      return ++state->compatibility < DEPTH_MAX;
    case EFFECT_END_COMPATIBILITY:
      return state->compatibility-- > 0;
    case EFFECT_PATH:
      state->in_path = TRUE;
      return TRUE;
    case EFFECT_PAINT:
      state->in_path = FALSE;
      return TRUE;
    case EFFECT_NONE:
    case EFFECT_IMAGE:
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* The name is the last operand, but for Tf, which has the size behind it; BDC and DP have a tag
 * before it. */
static gboolean
names_resource (const Operator *known, const State *state)
{
  if (known->category == NULL || state->name_at == 0)
    return FALSE;
  if (g_str_equal (known->category, "/Font"))
    return TRUE;

  return state->name_at == state->operands &&
         (!g_str_equal (known->category, "/Properties") || state->operands > 1);
}

static gboolean
apply_operator (Scanner *scanner, State *state, MskPdfNameFunc name_func, gpointer user_data)
{
  const Operator *known = find_operator (scanner->text);

  if (known == NULL)
    return state->compatibility > 0;
  if (name_func != NULL && names_resource (known, state))
    name_func (known->category, state->name, user_data);
  if (known->effect == EFFECT_IMAGE && !skip_inline_image (scanner))
    return FALSE;

  return apply_effect (state, known->effect);
}

static void
take_operand (Scanner *scanner, State *state, TokenKind kind)
{
  state->operands++;
  if (kind == TOKEN_NAME)
    {
      state->name_at = state->operands;
      g_strlcpy (state->name, scanner->text, sizeof state->name);
    }
}

gboolean
msk_pdf_content_is_balanced (const char *data,
                             gsize length,
                             MskPdfNameFunc name_func,
                             gpointer user_data)
{
  Scanner scanner = { .data = data, .length = length };
  State state = { 0 };
  gboolean is_balanced = TRUE;
  TokenKind kind;

  /* Goes on behind the first oddity, so that all names are seen. */
  while ((kind = next_token (&scanner, 0)) != TOKEN_END && kind != TOKEN_BROKEN)
    if (kind == TOKEN_OPERATOR)
      {
        is_balanced = apply_operator (&scanner, &state, name_func, user_data) && is_balanced;
        state.operands = 0;
        state.name_at = 0;
      }
    else
      take_operand (&scanner, &state, kind);

  return is_balanced && kind == TOKEN_END && state.graphics == 0 && state.marked == 0 &&
         state.compatibility == 0 && !state.in_text && !state.in_path && state.operands == 0;
}
