/* A scheme of marks: the words of the levels, how long each may last, who decides on copying.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-level.h"
#include "msk-urgency.h"

G_BEGIN_DECLS

/* Who decides on copying papers of a level (C1). Ordered: a greater value is looser. */
typedef enum
{
  MSK_AUTHORITY_ORIGINATOR,             /* the organ that issued the paper */
  MSK_AUTHORITY_ORIGINATOR_OR_SUPERIOR, /* or an organ above it */
  MSK_AUTHORITY_COUNTY_LEADER, /* the leader in charge of a unit at or above county/regiment level
                                */
  MSK_AUTHORITY_UNIT_LEADER,   /* the leader in charge of any unit */
} MskAuthority;

/* What the organ is that decided. Whether it is the originator shows from its name. */
typedef enum
{
  MSK_STANDING_UNSTATED,
  MSK_STANDING_UNIT,     /* below county/regiment level */
  MSK_STANDING_COUNTY,   /* at or above county/regiment level */
  MSK_STANDING_SUPERIOR, /* above the organ that issued the paper */
} MskStanding;

typedef struct
{
  char *word;    /* on paper: 机密, SECRET */
  guint years;   /* the ceiling */
  guint longest; /* that the ceiling may be set to */
  gboolean unlimited;
  MskAuthority authority;
  MskAuthority national_authority; /* the loosest that authority may be set to */
  gboolean count_pages;            /* of its copies, when they come back */
} MskSchemeLevel;

#define MSK_TYPE_SCHEME (msk_scheme_get_type ())
G_DECLARE_FINAL_TYPE (MskScheme, msk_scheme, MSK, SCHEME, GObject)

/* Made once and never changed. The formats hold their places in braces: "{word}★{period}". */
struct _MskScheme
{
  GObject parent_instance;

  char *text; /* that it was read from */
  char *name;
  char *label; /* in the user's language */
  char *mark;
  char *ceiling_mark;
  char *year, *years, *month, *months, *date;
  char *unlimited;
  GStrv condition_begins;
  GStrv condition_ends;
  char *urgent, *extra_urgent;
  char *layout; /* print template of a copy */
  char *page_text;
  char *copy_text;         /* "" leaves the ordinal out */
  char *reproduction_text; /* who copied a copy, and when (C2) */
  MskSchemeLevel levels[MSK_LEVEL_TOP_SECRET + 1];
};

/* The names of the schemes that are built in, the default first. Static. */
const char *const *msk_scheme_list_names (void);

/* A built-in scheme as it came. Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskScheme *msk_scheme_load (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads a scheme in the format of data/schemes/README.md; length may be -1. Fails with
 * MSK_SYSTEM_ERROR_FILE when an entry is missing, unknown or out of its bounds: what is marked must
 * never be a guess. */
MskScheme *msk_scheme_parse (const char *text,
                             gssize length,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A copy with another ceiling and authority for one level (C1). Fails with
 * MSK_INPUT_ERROR_BAD_VALUE beyond what the scheme lets the security officer choose. */
MskScheme *msk_scheme_adjust (MskScheme *self,
                              MskLevel level,
                              guint years,
                              MskAuthority authority,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The word of a level on paper. Lent. */
const char *msk_scheme_get_word (MskScheme *self, MskLevel level);

/* The word for how urgent a paper is, on paper; "" for not urgent. Lent. */
const char *msk_scheme_get_urgency (MskScheme *self, MskUrgency urgency);

/* Whether who has this standing may decide on copying a paper of the level. Fails with
 * MSK_RULE_ERROR_NOT_THE_AUTHORITY, saying who may. */
gboolean msk_scheme_check_authority (MskScheme *self,
                                     MskLevel level,
                                     gboolean is_originator,
                                     MskStanding standing,
                                     GError **error);

/* Both in the user's language. Static text. */
const char *msk_authority_get_label (MskAuthority authority);
const char *msk_standing_get_label (MskStanding standing);

G_END_DECLS
