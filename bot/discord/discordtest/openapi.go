package discordtest

func (s *Server) checkOpenAPI(c *call) {}
