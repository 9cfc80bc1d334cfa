package discordtest

// Kinds of components.
const (
	actionRow      = 1
	button         = 2
	stringSelect   = 3
	textInput      = 4
	userSelect     = 5
	channelSelect  = 8
	section        = 9
	textDisplay    = 10
	thumbnail      = 11
	mediaGallery   = 12
	fileComponent  = 13
	separator      = 14
	container      = 17
	label          = 18
	fileUpload     = 19
	styleLink      = 5
	stylePremium   = 6
	styleParagraph = 2
)

// Component is a button, a select, a text input or what holds them.
type Component struct {
	Type        int            `json:"type"`
	ID          int            `json:"id,omitempty"` // Discord numbers those that have none
	CustomID    string         `json:"custom_id,omitempty"`
	Style       int            `json:"style,omitempty"`
	Label       string         `json:"label,omitempty"`
	Description string         `json:"description,omitempty"`
	Emoji       *Emoji         `json:"emoji,omitempty"`
	URL         string         `json:"url,omitempty"`
	Disabled    bool           `json:"disabled,omitempty"`
	Components  []Component    `json:"components,omitempty"`
	Options     []SelectOption `json:"options,omitempty"`
	Placeholder string         `json:"placeholder,omitempty"`
	MinValues   *int           `json:"min_values,omitempty"`
	MaxValues   *int           `json:"max_values,omitempty"`
	MinLength   *int           `json:"min_length,omitempty"`
	MaxLength   *int           `json:"max_length,omitempty"`
	Required    *bool          `json:"required,omitempty"`
	Value       string         `json:"value,omitempty"`
	Content     string         `json:"content,omitempty"`
	Accessory   *Component     `json:"accessory,omitempty"`
	Inner       *Component     `json:"component,omitempty"` // of a label
	Accent      *int           `json:"accent_color,omitempty"`
	Spoiler     bool           `json:"spoiler,omitempty"`
	Divider     *bool          `json:"divider,omitempty"`
	Spacing     int            `json:"spacing,omitempty"`
	Media       *Media         `json:"media,omitempty"`
	File        *Media         `json:"file,omitempty"`
	Items       []MediaItem    `json:"items,omitempty"`
}

// Media is an address, "attachment://name" for a file that is uploaded along.
type Media struct {
	URL string `json:"url"`
}

// MediaItem is one picture of a gallery.
type MediaItem struct {
	Media       Media  `json:"media"`
	Description string `json:"description,omitempty"`
}

// Emoji is one emoji: a name, and for those of a guild an id.
type Emoji struct {
	ID   string `json:"id,omitempty"`
	Name string `json:"name,omitempty"`
}

// SelectOption is one choice of a select.
type SelectOption struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description,omitempty"`
	Emoji       *Emoji `json:"emoji,omitempty"`
	Default     bool   `json:"default,omitempty"`
}

// flatten is every component of a tree, parents first.
func flatten(tree []Component) []Component {
	var out []Component
	for _, c := range tree {
		out = append(out, c)
		out = append(out, flatten(c.Components)...)
		if c.Accessory != nil {
			out = append(out, flatten([]Component{*c.Accessory})...)
		}
		if c.Inner != nil {
			out = append(out, flatten([]Component{*c.Inner})...)
		}
	}
	return out
}

// number gives ids to the components that have none.
func number(tree []Component) {
	used := map[int]bool{}
	for _, c := range flatten(tree) {
		used[c.ID] = true
	}
	next := 0
	used[0] = true
	var walk func([]Component)
	one := func(c *Component) {
		for c.ID == 0 {
			if next++; !used[next] {
				c.ID = next
			}
		}
	}
	walk = func(list []Component) {
		for k := range list {
			one(&list[k])
			walk(list[k].Components)
			if list[k].Accessory != nil {
				one(list[k].Accessory)
			}
			if list[k].Inner != nil {
				one(list[k].Inner)
			}
		}
	}
	walk(tree)
}
